import Foundation
import GraderCommand

exit(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
