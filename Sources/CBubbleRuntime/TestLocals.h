#pragma once

// How a thread outside knows the test that it works for.
//
// The testing library finds the current test by task-local values. A thread that a program starts,
// or a block that it hands to a queue of Dispatch, has none, so that a failed expectation there
// would belong to no test. This library notes which values the testing library binds, copies them
// where a thread or block is started in a bubble, and binds the copies while that thread or block
// runs.

/// The values of the current task.
typedef struct test_locals test_locals;

test_locals *_Nullable test_locals_copy(void);
void test_locals_bind(test_locals *_Nullable locals);
void test_locals_unbind(test_locals *_Nullable locals);
void test_locals_free(test_locals *_Nullable locals);
