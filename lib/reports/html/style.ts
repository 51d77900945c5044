/** Light and dark, screen and paper. */
export const style = `
:root{color-scheme:light dark;--surface:#fff;--sunken:#f4f6f8;--ink:#16202a;--muted:#526170;--line:#dbe1e7;--accent:#0b6a8f;--critical:#a3123a;--high:#b3410e;--medium:#8a5a00;--low:#4d6070;--pass:#1a7346;--unknown:#6a3fb5}
@media(prefers-color-scheme:dark){:root{--surface:#10161c;--sunken:#18212a;--ink:#e6edf3;--muted:#9db0c0;--line:#2b3742;--accent:#6cc4e6;--critical:#ff8097;--high:#ffa070;--medium:#f0bf5a;--low:#a9bccb;--pass:#6fd3a0;--unknown:#bfa2ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--surface);color:var(--ink);font:14px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}
main,header,footer{max-width:1120px;margin:0 auto;padding:0 20px}
header{padding-top:28px}
h1{font-size:24px;line-height:1.25;margin:0 0 4px}
h2{font-size:18px;margin:36px 0 10px;padding-top:10px;border-top:1px solid var(--line)}
h3{font-size:14px;margin:16px 0 6px}
p{margin:6px 0}
a{color:var(--accent)}
bdi,td,dd,li,summary,p{overflow-wrap:anywhere}
code,pre,.mono{font:12px/1.5 ui-monospace,"SFMono-Regular",Menlo,Consolas,monospace}
pre{background:var(--sunken);border:1px solid var(--line);border-radius:6px;padding:10px;white-space:pre-wrap;overflow-wrap:anywhere;margin:6px 0}
.note{background:#fff3cd;color:#4a3600;padding:8px 20px;font-weight:600;text-align:center}
.muted{color:var(--muted)}
nav ol,nav ul{display:flex;flex-wrap:wrap;gap:4px 16px;padding:0;list-style:none;margin:10px 0}
table{border-collapse:collapse;width:100%;font-size:13px}
th,td{text-align:left;vertical-align:top;padding:5px 10px 5px 0;border-bottom:1px solid var(--line)}
th{font-weight:600;color:var(--muted)}
td.number,th.number{text-align:right}
.frame{overflow-x:auto}
dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 16px;margin:8px 0}
dt{color:var(--muted)}
dd{margin:0}
details{border-bottom:1px solid var(--line)}
summary{cursor:pointer;padding:7px 0}
details>div{padding:0 0 12px 18px}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:24px;margin-top:18px}
.status{font-weight:600;white-space:nowrap}
.critical{color:var(--critical)}.high{color:var(--high)}.medium{color:var(--medium)}.low{color:var(--low)}.pass{color:var(--pass)}.unknown{color:var(--unknown)}
.unknown.status{text-decoration:underline dashed;text-underline-offset:3px}
svg{display:block;max-width:100%;height:auto}
svg text{fill:var(--ink);font-size:12px}
.search:not([hidden]){margin:16px 0 0;display:flex;gap:12px;align-items:center;flex-wrap:wrap}
input{font:inherit;color:inherit;background:var(--surface);border:1px solid var(--muted);border-radius:6px;padding:6px 10px;width:min(420px,100%)}
footer{padding-top:24px;padding-bottom:40px}
@media(max-width:600px){main,header,footer{padding-left:14px;padding-right:14px}dl{grid-template-columns:1fr}dd{margin-bottom:6px}}
@media print{:root{color-scheme:light;--surface:#fff;--sunken:#f4f6f8;--ink:#000;--muted:#444;--line:#bbb}body{font-size:10.5px}.search{display:none}h2{break-after:avoid}tr,summary{break-inside:avoid}a{color:inherit;text-decoration:none}main,header,footer{max-width:none;padding:0}}
`;
