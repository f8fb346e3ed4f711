import CatalogEvents
import CursesTerminal
import Dashboard
import EventReceiver
import EventRecords
import EventStore
import Foundation
import Logging
import ServiceLifecycle
import TerminalSurface
import WebhookDelivery

/// hooktop with its screen: the receiver, the store, the sender and the dashboard in one process, from start to quit.
public enum DashboardSession {
  /// How long what is in flight may take to be answered after the screen is gone.
  private static let stoppingTime: Duration = .seconds(5)

  /// Shows the dashboard until the operator quits or the process is asked to end.
  ///
  /// The terminal is taken over only when every listener accepts connections, so that a failure before that reads as plain text.
  /// Throws what `CommandFailure` can put into words.
  public static func run(settings: Settings) async throws {
    try CursesTerminal.requireTerminal()
    let logger = try Wiring.startLogging(settings, hasScreen: true)
    let inbox = Inbox()
    let signal = StoreSignal { inbox.post(.storeChanged) }
    let store = try Wiring.openStore(settings, onChange: signal.ring)
    defer { store.close() }
    let authority = try Wiring.prepareAuthority(settings)

    let intake = Intake(store: store) { inbox.post(.storeFailed(reason: $0)) }
    let (bound, binding) = AsyncStream<[Listener]>.makeStream()
    let receiver = try Wiring.makeReceiver(
      settings, authority: authority, logger: logger, onListening: { binding.yield($0) }, accept: intake.accept)
    var configuration = ServiceGroupConfiguration(
      services: [.init(service: receiver, successTerminationBehavior: .gracefullyShutdownGroup)], logger: logger)
    configuration.maximumGracefulShutdownDuration = stoppingTime
    let group = ServiceGroup(configuration: configuration)

    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        // Without a receiver there is nothing to watch: the screen ends, and the reason is told.
        defer {
          binding.finish()
          inbox.close()
        }
        try await group.run()
      }
      if let listeners = await bound.first(where: { _ in true }) {
        let sender = WebhookSender(trust: Wiring.targetTrust(settings), logger: logger)
        var failure: (any Error)?
        do {
          try await show(settings, authority, listeners, Edges(inbox: inbox, signal: signal, store: store, sender: sender))
        } catch {
          failure = error
        }
        await sender.shutdown()
        await group.triggerGracefulShutdown()
        if let failure { throw failure }
      }
      try await tasks.waitForAll()
    }
  }

  /// What the session's parts share.
  private struct Edges: Sendable {
    var inbox: Inbox
    var signal: StoreSignal
    var store: EventStore
    var sender: WebhookSender
  }

  /// Takes the terminal over, runs the loop until it ends, and gives the terminal back.
  private static func show(_ settings: Settings, _ authority: LocalAuthority?, _ listeners: [Listener], _ edges: Edges) async throws {
    let inbox = edges.inbox
    let terminal = try CursesTerminal.start { event in
      switch event {
      case .input(let input): inbox.post(.input(input))
      case .terminationRequested: inbox.close()
      }
    }
    defer { terminal.stop() }

    let formFile = settings.isEphemeral ? nil : FormValuesFile(path: settings.folders.data + "/compose.json")
    let filterFile = settings.isEphemeral ? nil : FilterHistoryFile(path: settings.folders.data + "/filters.json")
    var environment = DashboardEnvironment(
      version: Hooktop.version, storePath: settings.isEphemeral ? nil : settings.folders.abbreviate(settings.storePath),
      webhookDomain: settings.webhooks.domain, caBundlePath: authority.map { settings.folders.abbreviate($0.bundlePath) },
      timeZone: .current, formValues: formFile?.load(), usesColor: terminal.usesColor, mask: settings.mask,
      filterHistory: filterFile?.load() ?? [])
    environment.explicitTarget = settings.target == settings.webhooks.url ? nil : settings.target
    environment.queue = settings.effectiveQueue
    let authorityPath = Wiring.authorityPath(settings)
    let performer = EffectPerformer(
      inbox: inbox, store: edges.store, sender: edges.sender, terminal: terminal, formFile: formFile, filterFile: filterFile,
      mask: settings.mask,
      copying: CopyWork(
        store: edges.store, toClipboard: { terminal.copy($0).obstacle },
        folder: settings.isEphemeral ? nil : settings.folders.data + "/copies", authorityPath: authorityPath),
      exporting: ExportWork(store: edges.store, folders: settings.folders, authorityPath: authorityPath))
    let monitor = ListenerMonitor(
      listeners: listeners,
      check: { await edges.sender.healthProblem(at: $0, hasForeignCertificate: settings.identity != nil) },
      report: { inbox.post(.listenersChanged($0)) })
    let watch = StoreWatch(store: edges.store, changed: edges.signal.ring)
    let ticker = SecondTicker(now: Timestamp.now) { inbox.post(.ticked($0)) }
    let loop = DashboardLoop(inbox: inbox, present: terminal.present, perform: performer.perform)

    inbox.post(.ticked(.now()))
    inbox.post(.listenersChanged(listeners.map { ListenerStatus(url: $0.url, isTLS: $0.isTLS, health: .starting) }))
    inbox.post(.storeChanged)
    terminal.useMouse(environment.usesMouse)
    let size = terminal.size
    await withDiscardingTaskGroup { tasks in
      tasks.addTask { await edges.signal.run() }
      tasks.addTask { await watch.run() }
      tasks.addTask { await ticker.run() }
      tasks.addTask { await monitor.run() }
      tasks.addTask { await performer.run() }
      await loop.run(DashboardState(environment: environment, size: size), size: size)
      // Before anything is waited for: a send that takes its time to be cut short must not hold the terminal.
      terminal.stop()
      tasks.cancelAll()
    }
  }
}
