import Foundation
import Graph
import Metrics
import Shell

/// The workloads that were asked for, in the catalogue's order.
func chosen(_ names: [String]) throws -> [any Workload] {
  guard !names.isEmpty else { return WorkloadCatalog.all }
  return try names.map { name in
    guard let workload = WorkloadCatalog.all.first(where: { $0.card.name == name }) else {
      throw BenchError.unknownWorkload(name)
    }
    return workload
  }
}

/// Times what was asked for, and tells it as it comes.
func measure(_ invocation: Invocation) throws {
  let workloads = try chosen(invocation.workloads)
  let files = try GraphFiles(invocation.size, below: invocation.folder)
  let peers = invocation.hasPeers ? try PeerEnvironment(below: invocation.folder) : nil
  var findings = Findings(
    machine: Machine(),
    graph: invocation.size,
    people: files.summary.people,
    follows: files.summary.follows,
    roofline: try Roofline(people: files.summary.people)
  )
  let tell = invocation.writesJSON ? Complaint.tell : Telling.tell
  tell(findings.heading)
  let site = Site(files)
  for workload in workloads {
    let contest = try Contest(workload, at: site, on: findings.roofline, peers: peers)
    guard let finding = try contest.run(rounds: invocation.rounds) else { continue }
    findings.findings.append(finding)
    tell(finding.text)
  }
  if invocation.writesJSON { Telling.tell(try findings.json()) }
}

/// Computes measures of the catalogue, each in a process of its own, and tells what they took.
func tryMeasures(_ names: [String], _ invocation: Invocation) throws {
  let files = try GraphFiles(invocation.size, below: invocation.folder)
  let names = names.isEmpty ? MetricCatalog.all.map(\.card.name) : names
  let trials = try names.map { name in
    guard let trial = MeasureTrial(of: name, asking: files.summary.topName) else {
      throw BenchError.unknownMeasure(name)
    }
    return trial
  }
  let path = try Site(files).everything()
  FreedMemory.giveBack()
  var table = MeasureTable(machine: Machine(), graph: invocation.size, limit: invocation.limit)
  for trial in trials {
    let person = files.summary.topName
    let figure = try trial.runApart(on: path, seconds: invocation.limit, asking: person)
    Complaint.tell(figure.text)
    table.add(figure)
  }
  Telling.tell(invocation.writesJSON ? try table.json() : table.text)
}

guard let invocation = Invocation(CommandLine.arguments.dropFirst()) else {
  print(Invocation.usage)
  exit(2)
}
do {
  if let file = invocation.resident {
    Telling.tell("\(try Residence.bytes(of: file))")
  } else if let name = invocation.measure {
    Session.keepFreedMemory()
    guard let trial = MeasureTrial(of: name, asking: invocation.person) else {
      throw BenchError.unknownMeasure(name)
    }
    let figure = try trial.run(on: invocation.subject, seconds: invocation.limit)
    Telling.tell(String(decoding: try JSONEncoder().encode(figure), as: UTF8.self))
  } else if let names = invocation.measures {
    try tryMeasures(names, invocation)
  } else {
    Session.keepFreedMemory()
    try measure(invocation)
  }
} catch let error as BenchError {
  Complaint.tell("bench: \(error.message)")
  exit(1)
}
