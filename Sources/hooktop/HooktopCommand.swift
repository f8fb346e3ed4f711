import ArgumentParser
import HooktopApp

@main struct HooktopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "hooktop", version: Hooktop.version)
}
