import Foundation
import TestSupport
import Testing

/// The village: that what is kept is what its generator makes, and that what was planted is there.
@Suite struct VillageTests {
  private static let kept = Tool.checkout.appending(path: "examples/village")

  @Test func `the files are what the generator makes`() throws {
    let folder = try ScratchFolder()
    let result = try Tool("Village").run([folder.url.path])
    #expect(result.code == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: VillageTests.kept.path)
      .filter { $0.hasSuffix(".csv") }
    #expect(names.count == 8)
    for name in names {
      let kept = try Data(contentsOf: VillageTests.kept.appending(path: name))
      #expect(try folder.bytes(of: name) == kept, "\(name) is stale: swift run Village")
    }
  }

  @Test func `what was planted is there`() throws {
    let result = try Tool("Village").run(["--check"])
    #expect(result.code == 0)
    #expect(!result.output.contains("NOT SO"))
  }

  @Test func `a village that was tampered with is found out`() throws {
    let folder = try ScratchFolder()
    _ = try Tool("Village").run([folder.url.path])
    let trust = String(decoding: try folder.bytes(of: "trust.csv"), as: UTF8.self)
    _ = try folder.write(trust.replacing(",asha,0.", with: ",asha,-0."), to: "trust.csv")
    let result = try Tool("Village").run([folder.url.path, "--check"])
    #expect(result.code == 1)
    #expect(result.output.contains("NOT SO"))
  }

  @Test func `its readme has the measured figures`() throws {
    let readme = try String(
      contentsOf: VillageTests.kept.appending(path: "README.md"),
      encoding: .utf8
    )
    let folder = try ScratchFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: VillageTests.kept.path) {
      let file = VillageTests.kept.appending(path: name)
      try FileManager.default.copyItem(at: file, to: folder.url.appending(path: name))
    }
    _ = try Tool("Village").run([folder.url.path, "--describe"])
    let described = String(decoding: try folder.bytes(of: "README.md"), as: UTF8.self)
    #expect(described == readme, "stale: swift run Village --describe")
  }
}
