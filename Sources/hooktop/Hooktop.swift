internal import ArgumentParser
@main struct H: ParsableCommand {}
