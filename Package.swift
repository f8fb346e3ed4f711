// swift-tools-version: 6.2
import PackageDescription

/// The one set of compiler settings, on every Swift target.
///
/// `HOOKTOP_STRICT` turns warnings into errors: the tests and CI set it, a user's own build does not, so that a newer compiler's
/// new warning cannot keep hooktop from being built.
let swiftSettings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (Context.environment["HOOKTOP_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let histogram = Target.Dependency.product(name: "Histogram", package: "hdrhistogram-swift")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let swiftASN1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")

let package = Package(
  name: "hooktop",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "CatalogEvents", targets: ["CatalogEvents"]),
    .library(name: "WebhookDelivery", targets: ["WebhookDelivery"]),
    .executable(name: "hooktop", targets: ["hooktop"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // What the catalog says, what hooktop keeps: values only.
    .target(name: "CatalogEvents", swiftSettings: swiftSettings),
    .target(name: "EventRecords", dependencies: ["CatalogEvents"], swiftSettings: swiftSettings),

    // The edges: each is the one door to its outside world, and none knows another.
    .target(
      name: "WebhookDelivery",
      dependencies: ["CatalogEvents", asyncHTTPClient, logging, nioCore, nioHTTP1, nioPosix, nioSSL],
      swiftSettings: swiftSettings),
    .target(
      name: "EventStore",
      dependencies: ["CatalogEvents", "EventRecords", grdb, histogram],
      swiftSettings: swiftSettings),
    .target(
      name: "EventReceiver",
      dependencies: [
        "CatalogEvents", "EventRecords", crypto, hummingbirdCore, hummingbirdTLS, logging, nioCore, nioHTTP1,
        nioPosix, nioSSL, serviceLifecycle, swiftASN1, x509,
      ],
      swiftSettings: swiftSettings),

    // The terminal, abstract and real.
    .target(name: "TerminalSurface", swiftSettings: swiftSettings),
    .target(
      name: "CNCurses",
      cSettings: [.define("_GNU_SOURCE"), .define("NCURSES_WIDECHAR", to: "1")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CursesTerminal", dependencies: ["CNCurses", "TerminalSurface"], swiftSettings: swiftSettings),

    // The program: pure state, update and draw.
    .target(
      name: "Dashboard",
      dependencies: ["CatalogEvents", "EventRecords", "TerminalSurface"],
      swiftSettings: swiftSettings),

    // The wiring and the command line.
    .target(
      name: "HooktopApp",
      dependencies: [
        "CatalogEvents", "CursesTerminal", "Dashboard", "EventReceiver", "EventRecords", "EventStore", "TerminalSurface",
        "WebhookDelivery", configuration, logging, serviceLifecycle, unixSignals,
      ],
      swiftSettings: swiftSettings),
    .executableTarget(name: "hooktop", dependencies: ["HooktopApp", argumentParser], swiftSettings: swiftSettings),

    // Fixtures and drivers that the test targets share.
    .target(
      name: "HooktopTesting",
      dependencies: ["CatalogEvents", "Dashboard", "EventRecords", "TerminalSurface"],
      swiftSettings: swiftSettings),
    // One test target a module.
    .testTarget(
      name: "CatalogEventsTests", dependencies: ["CatalogEvents"], exclude: ["Vectors"], swiftSettings: swiftSettings),
    .testTarget(
      name: "EventRecordsTests", dependencies: ["CatalogEvents", "EventRecords"], swiftSettings: swiftSettings),
    .testTarget(
      name: "WebhookDeliveryTests",
      dependencies: ["CatalogEvents", "HooktopTesting", "WebhookDelivery", nioCore, nioHTTP1, nioPosix, nioSSL],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "EventStoreTests",
      dependencies: ["CatalogEvents", "EventRecords", "EventStore", "HooktopTesting", grdb],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "EventReceiverTests",
      dependencies: [
        "CatalogEvents", "EventReceiver", "EventRecords", "HooktopTesting", logging, nioCore, nioEmbedded, nioHTTP1, nioPosix, nioSSL,
        serviceLifecycle, x509,
      ],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "TerminalSurfaceTests", dependencies: ["TerminalSurface"], exclude: ["Tables"], swiftSettings: swiftSettings),
    .testTarget(
      name: "CursesTerminalTests", dependencies: ["CNCurses", "CursesTerminal", "TerminalSurface"], swiftSettings: swiftSettings),
    .testTarget(
      name: "DashboardTests",
      dependencies: ["CatalogEvents", "Dashboard", "EventRecords", "HooktopTesting", "TerminalSurface"],
      exclude: ["Pictures"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "HooktopAppTests",
      dependencies: [
        "CatalogEvents", "Dashboard", "EventReceiver", "EventRecords", "EventStore", "HooktopApp", "HooktopTesting", "WebhookDelivery",
      ],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["HooktopTesting", "hooktop"],
      exclude: ["Python"],
      swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6]
)
