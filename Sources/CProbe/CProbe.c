#include "CProbe.h"

_Thread_local void *_Nullable probe_thread_observer = 0;
