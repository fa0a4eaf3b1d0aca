/// The style of `report.html`: on a phone, on a large screen, on paper, light and dark.
enum PageStyle {
  static let text = """
    :root {
      color-scheme: light dark;
      --ink: #1b2330; --soft: #566274; --paper: #fff; --panel: #f4f6f9; --line: #d8dee7;
      --accent: #0a5bb5; --h0: #f6b99a; --h1: #fadfc4; --h2: #d3ebe6; --h3: #86cfc2;
      --bad: #a8321a; --warn: #7d5600; --calm: #566274; --good: #0f6b5c; --badge: #fff;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --ink: #e4e9f1; --soft: #9ba8ba; --paper: #12161d; --panel: #1b212b; --line: #323c4b;
        --accent: #7db8ff; --h0: #7c3a1e; --h1: #5b4227; --h2: #1f4a47; --h3: #17786b;
        --bad: #ff9d80; --warn: #f0c060; --calm: #9ba8ba; --good: #63cdb9; --badge: #12161d;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; max-width: 76rem; padding: 1rem clamp(.75rem, 3vw, 2rem) 3rem;
      background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
      -webkit-text-size-adjust: 100%;
    }
    h1 { font-size: 1.6rem; margin: .5rem 0 1rem; }
    h2 {
      font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-top: .5rem;
      border-top: 1px solid var(--line);
    }
    h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
    h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
    a { color: var(--accent); }
    code, pre, .place { font: .875em/1.45 ui-monospace, monospace; }
    .tiles { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1rem; }
    .tiles div { background: var(--panel); border-radius: .5rem; padding: .5rem .9rem; }
    .tiles dt { color: var(--soft); font-size: .8rem; }
    .tiles dd { margin: 0; font-size: 1.3rem; font-variant-numeric: tabular-nums; }
    nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
    .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; }
    table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .9rem; }
    th, td {
      padding: .35rem .6rem; text-align: left; vertical-align: top;
      border-bottom: 1px solid var(--line); overflow-wrap: break-word;
    }
    tbody tr:last-child > * { border-bottom: 0; }
    thead th { background: var(--panel); white-space: nowrap; }
    .class thead th { white-space: normal; overflow-wrap: normal; vertical-align: bottom; }
    td.place, td .place { white-space: nowrap; }
    tbody th { font-weight: normal; min-width: 7rem; }
    .class tbody th, .heat tbody th {
      position: sticky; left: 0; background: var(--paper); max-width: min(14rem, 34vw);
      overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
    }
    .class tbody td:last-child {
      width: 100%; max-width: 0; min-width: 10rem; overflow: hidden; text-overflow: ellipsis;
      white-space: nowrap;
    }
    .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    th button { all: unset; cursor: pointer; }
    th button:focus-visible, summary:focus-visible {
      outline: 2px solid var(--accent); outline-offset: 2px;
    }
    th[aria-sort=ascending] button::after { content: " ▲"; }
    th[aria-sort=descending] button::after { content: " ▼"; }
    .ungraded td, .meta, .notes, .points, .replay, .ignored, .legend, footer { color: var(--soft); }
    .histogram {
      display: flex; gap: 2px; height: 13rem; margin: 0; padding: 0; list-style: none;
      max-width: 44rem;
    }
    .histogram li {
      flex: 1; display: flex; flex-direction: column; justify-content: flex-end;
      text-align: center; min-width: 0;
    }
    .histogram .bar { background: var(--accent); border-radius: .2rem .2rem 0 0; flex-shrink: 1; }
    .histogram .label {
      border-top: 1px solid var(--line); font-size: clamp(.55rem, 2.1vw, .8rem);
      white-space: nowrap; color: var(--soft);
    }
    .heat { font-size: .82rem; }
    .heat td {
      text-align: center; border-left: 1px solid var(--paper);
      border-bottom: 1px solid var(--paper); padding: .35rem .2rem; min-width: 1.85rem;
    }
    .heat thead th.n { text-align: center; padding: .35rem .2rem; }
    .legend span {
      padding: .1rem .5rem; border-radius: .25rem; color: var(--ink); white-space: nowrap;
    }
    .h0 { background: var(--h0); } .h1 { background: var(--h1); }
    .h2 { background: var(--h2); } .h3 { background: var(--h3); }
    .open { background: var(--panel); }
    .track {
      display: inline-block; width: 5rem; height: .5rem; margin-left: .5rem;
      background: var(--line); border-radius: .25rem; overflow: hidden; vertical-align: middle;
    }
    .track span { display: block; height: 100%; background: var(--accent); }
    ul.plain { list-style: none; padding: 0; margin: .25rem 0; }
    .verdict {
      display: inline-block; padding: 0 .45rem; border-radius: .25rem; font-size: .85em;
      background: var(--bad); color: var(--badge); white-space: nowrap;
    }
    .verdict.race, .verdict.leaked, .verdict.deadlocked, .verdict.stuck { background: var(--warn); }
    .verdict.notStarted, .verdict.notRun { background: var(--calm); }
    .verdict.passed { background: var(--good); }
    .id, .score { font-variant-numeric: tabular-nums; }
    .id { color: var(--soft); }
    .score { font-weight: normal; color: var(--soft); margin-left: .5rem; white-space: nowrap; }
    .submission {
      border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; padding: 0 .9rem;
    }
    .submission[open] { padding-bottom: .75rem; }
    summary { cursor: pointer; padding: .5rem 0; font-weight: 600; }
    .submission > div, h2 { scroll-margin-top: 1rem; }
    .notes span + span::before { content: " · "; }
    .notes { margin: 0; }
    .test { border-left: 3px solid var(--line); padding-left: .75rem; margin: .75rem 0; }
    .test p { margin: .2rem 0; }
    pre {
      background: var(--panel); border-radius: .4rem; padding: .6rem .75rem; margin: .4rem 0;
      white-space: pre-wrap;
    }
    .leaks { margin: .25rem 0; padding-left: 1.2rem; }
    footer { margin-top: 3rem; font-size: .85rem; }
    @media print {
      @page { margin: 14mm; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      body { font-size: 9.5pt; max-width: none; padding: 0; }
      nav, th[aria-sort] button::after { display: none; }
      th button { display: contents; }
      a { color: inherit; text-decoration: none; }
      .scroll { overflow: visible; }
      table { font-size: 8pt; }
      th, td { padding: .15rem .3rem; overflow-wrap: anywhere; }
      .class tbody td:last-child { white-space: normal; max-width: none; min-width: 0; width: 45%; }
      .class tbody th, .heat tbody th { position: static; white-space: normal; max-width: 8rem; }
      .heat td, .heat thead th.n { padding: .1rem; min-width: 0; }
      thead { display: table-header-group; }
      tr, .test, .tiles div, .histogram { break-inside: avoid; }
      h2, h3, h4, summary { break-after: avoid; }
      details::details-content { content-visibility: visible; display: block; }
    }
    """
}
