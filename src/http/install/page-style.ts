/** The look of our own pages: one column, readable on a phone, in the system's own type. */
export const PAGE_STYLE = `
:root { --ink: #1f2937; --soft: #5b6675; --line: #dfe4ea; --accent: #1d5fbf; --good: #17734a; --fair: #8a5a00; --bad: #b3261e; }
* { box-sizing: border-box; }
body { margin: 0; background: #f4f6f8; color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
.brand { color: var(--soft); font-weight: 600; margin: 0 0 .5rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.15rem; margin: 0 0 .75rem; }
section { background: #fff; border: 1px solid var(--line); border-radius: 10px; padding: 1.25rem; margin-top: 1.25rem; }
p { margin: 0 0 .75rem; } section > :last-child { margin-bottom: 0; }
.soft { color: var(--soft); }
a { color: var(--accent); overflow-wrap: anywhere; }
.button { display: inline-block; font: inherit; font-weight: 600; padding: .65rem 1.4rem; border: 0; border-radius: 8px; background: var(--accent); color: #fff; text-decoration: none; cursor: pointer; }
.button:focus-visible, a:focus-visible { outline: 3px solid #8fb8f0; outline-offset: 2px; }
progress { width: 100%; height: .75rem; accent-color: var(--accent); }
.bands { display: grid; grid-template-columns: repeat(4, 1fr); gap: .75rem; margin: 0; }
.bands div { border-top: 4px solid var(--line); padding-top: .5rem; }
.bands dt { color: var(--soft); } .bands dd { margin: 0; font-size: 1.75rem; font-weight: 600; line-height: 1.2; }
.bands .healthy { border-color: var(--good); } .bands .at_risk { border-color: #d99a1c; } .bands .unhealthy { border-color: var(--bad); }
ul { margin: 0; padding-left: 1.25rem; }
.company { border-top: 1px solid var(--line); padding: 1rem 0 .25rem; margin: 0; }
.company:first-of-type { border-top: 0; padding-top: 0; }
.company h3 { display: flex; justify-content: space-between; gap: 1rem; font-size: 1rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
.score { white-space: nowrap; } .score.healthy { color: var(--good); } .score.at_risk { color: var(--fair); } .score.unhealthy { color: var(--bad); }
.receipt { list-style: none; padding: 0; }
.receipt li { display: grid; grid-template-columns: 3rem 1fr; margin-bottom: .5rem; overflow-wrap: anywhere; }
details { margin: 0 0 .5rem 3rem; } details .receipt { margin: .5rem 0 0 -3rem; } summary { color: var(--accent); cursor: pointer; }
.receipt b { color: var(--bad); font-variant-numeric: tabular-nums; }
@media (max-width: 30rem) { main { padding-top: 1.5rem; } h1 { font-size: 1.4rem; } .bands { grid-template-columns: repeat(2, 1fr); } .button { display: block; width: 100%; text-align: center; } }
`;
