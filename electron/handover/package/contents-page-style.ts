/** The look of 目录.html: a printed list, black on white, in the fonts every Chinese Windows, macOS or Linux has one of. */
export const contentsPageStyle = `
@page { size: A4; margin: 18mm 15mm 18mm 28mm; @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font-size: 9pt; } }
* { box-sizing: border-box; }
html { font: 15px/1.6 "Songti SC", SimSun, "宋体", "Noto Serif CJK SC", "Noto Serif SC", serif; color: #1a1a1a; background: #eceff1; }
body { max-width: 1000px; margin: 24px auto; padding: 40px 48px; background: #fff; border: 1px solid #cfd6db; }
h1, h2, th { font-family: "Heiti SC", SimHei, "黑体", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif; font-weight: 600; }
header { text-align: center; border-bottom: 3px double #1a1a1a; padding-bottom: 16px; margin-bottom: 20px; }
.project { margin: 0; font-size: 1.05rem; }
h1 { margin: 6px 0 0; font-size: 1.6rem; line-height: 1.35; }
h2 { font-size: 1.1rem; margin: 28px 0 8px; }
a { color: #0b4f8a; text-decoration: none; overflow-wrap: anywhere; }
a:hover, a:focus { text-decoration: underline; }
table { width: 100%; border-collapse: collapse; }
th, td { border: 1px solid #8b979e; padding: 4px 8px; vertical-align: top; text-align: left; }
.facts th { width: 7em; background: #f3f5f6; white-space: nowrap; }
.documents { font-size: 0.93rem; table-layout: fixed; }
.documents thead th { background: #e6ebee; text-align: center; }
.documents .number { width: 3.6em; text-align: center; }
.documents .date { width: 9em; text-align: center; }
.documents .who { width: 13em; }
.documents .note { width: 9em; }
.documents .paper { width: 8.5em; }
.discs th, .discs .number, .discs .size { text-align: center; white-space: nowrap; }
.documents .size { width: 6em; text-align: right; white-space: nowrap; }
.documents thead .size { text-align: center; }
.documents tbody tr:nth-child(even) { background: #fafbfb; }
.whole { white-space: nowrap; }
nav ol { margin: 0; padding-left: 2em; columns: 2; }
nav span { color: #55606a; }
footer { margin-top: 28px; padding-top: 10px; border-top: 1px solid #8b979e; font-size: 0.9rem; }
footer p { margin: 2px 0; }
@media (max-width: 640px) {
  body { margin: 0; padding: 16px; border: 0; }
  nav ol { columns: 1; }
  .documents .who { width: 7em; }
}
@media print {
  html { background: #fff; font-size: 10.5pt; }
  body { max-width: none; margin: 0; padding: 0; border: 0; }
  a { color: inherit; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  footer { break-inside: avoid; }
  .documents { font-size: 9pt; line-height: 1.35; }
  .documents th, .documents td { padding: 2px 5px; }
  .documents .number { width: 3.4em; }
  .documents .date { width: 6.8em; }
  .documents .who { width: 11.2em; }
  .documents .size { width: 5em; }
  .documents .note, .documents .paper { width: 6.8em; }
  nav, section { margin-top: 14pt; }
  h2 { margin-top: 0; }
  .facts th, .documents thead th, .documents tbody tr:nth-child(even) { background: none; }
}
`;
