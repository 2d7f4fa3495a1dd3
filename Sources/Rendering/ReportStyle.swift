/// How the pages of reports look: on wide and narrow screens, light and dark, and on paper.
enum ReportStyle {
  /// The rules.
  static let text = """
    :root { --ink: #1f2328; --quiet: #59636e; --rule: #d1d9e0; --paper: #ffffff; --tint: #f6f8fa; \
    --wrong: #a40e26; --accent: #0072b2 }
    @media screen and (prefers-color-scheme: dark) {
    :root { --ink: #e6edf3; --quiet: #9aa4af; --rule: #30363d; --paper: #15181c; --tint: #1f2329; \
    --wrong: #ff8f98; --accent: #4ba3e3 }
    }
    * { box-sizing: border-box }
    body { margin: 0; background: var(--paper); color: var(--ink); \
    font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif }
    main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
    h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; overflow-wrap: anywhere }
    h2, pre { font-family: ui-monospace, "SF Mono", Menlo, "DejaVu Sans Mono", monospace }
    h2 { font-size: .95rem; font-weight: 600; margin: 0 0 .5rem; padding: .5rem .75rem; \
    background: var(--tint); border-left: 3px solid var(--accent); white-space: pre-wrap; \
    overflow-wrap: anywhere }
    section { margin: 2rem 0 }
    p { margin: .5rem 0; overflow-wrap: anywhere; unicode-bidi: plaintext }
    main > p { max-width: 44rem }
    .reading, .note { color: var(--quiet); font-size: .875rem }
    .failed { color: var(--wrong) }
    .finding { padding-left: .75rem; border-left: 3px solid var(--rule) }
    pre { margin: .5rem 0; font-size: .8125rem; line-height: 1.45; color: var(--quiet); \
    white-space: pre-wrap; overflow-wrap: anywhere }
    pre.error { color: var(--wrong); background: var(--tint); padding: .75rem; \
    border-left: 3px solid var(--wrong); white-space: pre; overflow-x: auto }
    .table { overflow-x: auto; margin: .75rem 0 }
    table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums }
    caption { text-align: left; color: var(--quiet); padding-bottom: .25rem }
    th, td { padding: .25rem .75rem; border-bottom: 1px solid var(--rule); text-align: left; \
    vertical-align: top; white-space: nowrap }
    th { font-weight: 600 }
    thead th { border-bottom: 2px solid var(--rule) }
    td { max-width: 26rem; overflow: hidden; text-overflow: ellipsis; unicode-bidi: isolate }
    .number { text-align: right }
    figure { margin: 1rem 0; overflow-x: auto }
    figure svg { min-width: 34rem }
    @media print {
    body { font-size: 10.5pt }
    main { max-width: none; padding: 0 }
    section { break-inside: auto; margin: 1rem 0 }
    h2, .reading { break-after: avoid }
    tr, figure, pre { break-inside: avoid }
    .table, figure, pre.error { overflow: visible }
    figure svg { min-width: 0 }
    th, td { white-space: normal; padding: .15rem .4rem }
    }
    """
}
