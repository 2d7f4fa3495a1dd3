// swift-tools-version: 6.2
import PackageDescription

/// The rules every Swift target is compiled under, once.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
]

/// How the targets are compiled that count: optimised in tests too, which run them on random graphs
/// by the thousand.
let counting: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A library target of ours.
///
/// It may import only what stands below it; `TidyTests` reads the arrows.
func stratum(
  _ name: String,
  on below: [String] = [],
  woven: Bool = false,
  counts: Bool = false
) -> Target {
  .target(
    name: name,
    dependencies: below.map { .byName(name: $0) },
    swiftSettings: strict + (counts ? counting : []),
    plugins: woven ? ["LoomPlugin"] : []
  )
}

/// The tests of one target, in the folder of the same name, beside files that they read.
func tests(_ name: String, of below: [String], reading files: [String] = []) -> Target {
  .testTarget(
    name: name,
    dependencies: (below + ["TestSupport"]).map { .byName(name: $0) },
    exclude: files,
    swiftSettings: strict
  )
}

let package = Package(
  name: "kith",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "kith", targets: ["kith"]),
    .executable(name: "bench", targets: ["Bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Strata, bottom first.
    stratum("Diagnostics"),
    stratum("Values"),
    // What Swift cannot ask of the system.
    .target(name: "CSystem"),
    stratum("Graph", on: ["Values", "CSystem"], counts: true),
    stratum("Metrics", on: ["Graph", "Values", "CSystem"], woven: true, counts: true),
    stratum("Syntax", on: ["Diagnostics"], woven: true),
    stratum("Examples", woven: true),
    // What gzip packed.
    .target(name: "CInflate", linkerSettings: [.linkedLibrary("z")]),
    stratum(
      "Importing",
      on: ["Examples", "Graph", "Values", "Diagnostics", "CInflate"]
    ),
    stratum("Archiving", on: ["Graph", "Values", "Diagnostics"]),
    stratum("Rendering", on: ["Values", "Diagnostics"], woven: true),
    stratum("Charting", on: ["Rendering", "Values"], woven: true),
    stratum("Query", on: ["Syntax", "Metrics", "Graph", "Values", "Diagnostics"]),
    stratum("Answering", on: ["Query", "Syntax", "Metrics", "Graph", "Values", "Diagnostics"]),
    stratum(
      "Shell",
      on: [
        "Answering", "Query", "Importing", "Archiving", "Charting", "Rendering", "Syntax",
        "Metrics", "Examples", "Graph", "Values", "Diagnostics", "CSystem",
      ],
      woven: true
    ),

    // The terminal, behind one handle.
    .target(name: "CEditline", linkerSettings: [.linkedLibrary("edit")]),
    stratum("LineEditing", on: ["CEditline"]),
    .executableTarget(
      name: "kith",
      dependencies: [
        "Shell", "LineEditing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    // Tooling: what reads the grammar, weaves it and draws it, and what makes the village.
    .target(name: "Notation", path: "Sources/Tooling/Notation", swiftSettings: strict),
    .executableTarget(
      name: "Loom",
      dependencies: ["Notation"],
      path: "Sources/Tooling/Loom",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "Atlas",
      dependencies: ["Notation"],
      path: "Sources/Tooling/Atlas",
      swiftSettings: strict
    ),
    .plugin(
      name: "LoomPlugin",
      capability: .buildTool(),
      dependencies: ["Loom"],
      path: "Sources/Tooling/LoomPlugin"
    ),
    .executableTarget(name: "Village", path: "Sources/Tooling/Village", swiftSettings: strict),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "TestSupport", "Rendering", "Query", "Syntax", "Graph", "Diagnostics", "Notation",
      ],
      path: "Sources/Tooling/Fuzz",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "Bench",
      dependencies: ["Shell", "Archiving", "Metrics", "Graph", "Values", "Diagnostics"],
      path: "Sources/Tooling/Bench",
      exclude: ["Figures", "Peers"],
      swiftSettings: strict,
      plugins: ["LoomPlugin"]
    ),

    // Tests, one target for each stratum, then the whole: sessions and taste.
    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics", "Values", "Graph", "Syntax"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    tests("DiagnosticsTests", of: ["Diagnostics"]),
    tests("ValuesTests", of: ["Values"]),
    tests("GraphTests", of: ["Graph", "Values"]),
    tests(
      "MetricsTests",
      of: ["Metrics", "Graph", "Values"],
      reading: ["Reference", "Statistics/reference.py"]
    ),
    tests("SyntaxTests", of: ["Syntax", "Diagnostics"]),
    tests("ImportingTests", of: ["Importing", "Graph", "Values", "Diagnostics"]),
    tests("ArchivingTests", of: ["Archiving", "Graph", "Values", "Diagnostics"]),
    tests("RenderingTests", of: ["Rendering", "Values", "Diagnostics"]),
    tests("ChartingTests", of: ["Charting", "Rendering", "Values"], reading: ["Drawn"]),
    tests(
      "QueryTests",
      of: ["Answering", "Query", "Syntax", "Metrics", "Graph", "Values", "Diagnostics"]
    ),
    tests(
      "ShellTests",
      of: [
        "Shell", "Answering", "Archiving", "Query", "Syntax", "Metrics", "Graph", "Values",
        "Diagnostics",
      ]
    ),
    tests("LineEditingTests", of: ["LineEditing"]),
    tests("SessionTests", of: ["Shell"], reading: ["Regrets", "Sessions"]),
    tests("ToolingTests", of: []),
    tests("KithTests", of: []),
    tests(
      "TidyTests",
      of: ["Shell", "Query", "Syntax", "Metrics", "Rendering", "Diagnostics", "Values"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

// Warnings are errors where the whole is checked, and not for someone with a newer compiler.
if Context.environment["CI"] != nil {
  for target in package.targets where target.type != .plugin {
    target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
    target.cSettings = (target.cSettings ?? []) + [.treatAllWarnings(as: .error)]
  }
}
