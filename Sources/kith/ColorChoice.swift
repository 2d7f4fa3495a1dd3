import ArgumentParser
import Shell

/// `--color`: whether what is typed has colours, and for which background.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  /// As the environment says.
  case auto
  /// Also where the environment says no.
  case always
  case never, dark, light

  /// The colours of what is typed.
  func scheme(environment: [String: String]) -> ColorScheme {
    switch self {
    case .auto: ColorScheme(environment: environment)
    case .always: ColorScheme(environment: environment.filter { $0.key != "NO_COLOR" })
    case .never: .off
    case .dark: .dark
    case .light: .light
    }
  }
}
