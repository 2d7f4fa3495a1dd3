#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

guard let invocation = Invocation(CommandLine.arguments.dropFirst()) else {
  print(Invocation.usage)
  exit(2)
}
if invocation.isTiming {
  Stopwatch.run()
  exit(0)
}
var trial = Trial(invocation)
trial.run()
print(trial.summary)
exit(trial.findings.isEmpty ? 0 : 1)
