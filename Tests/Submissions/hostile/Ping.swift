public import Channels
import Foundation
import Glibc
public import Testing

/// Does nothing that the tests ask for, and returns `nil`, which is wrong.
public func ping(over messages: Channel<String>) async -> String? {
