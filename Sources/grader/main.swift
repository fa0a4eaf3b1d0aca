import Foundation
import GraderKit

exit(GraderCommand.run(Array(CommandLine.arguments.dropFirst())).rawValue)
