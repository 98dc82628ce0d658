import { expect, test } from 'vitest';
import { ownStyles } from '../../renderer/preview/page-elements.ts';

test.each([
  ['.a { color: red }', '.a { color: red }'],
  ['.a { background: url(data:image/png;base64,AAAA) }', '.a { background: url(data:image/png;base64,AAAA) }'],
  ['.a { background: url("https://elsewhere.invalid/x.png") no-repeat }', '.a { background: none no-repeat }'],
  ["p { list-style: URL ( '/api/app.info' ) }", 'p { list-style: none }'],
  ['@import "x.css"; p { margin: 0 }', ' p { margin: 0 }'],
  ['.a { background: url(data:text/html,<script>) }', '.a { background: none }'],
  [String.raw`.a { background: u\72l(https://elsewhere.invalid/x.png) }`, '.a { background: none }'],
  [String.raw`.a { background: \000075 rl(https://elsewhere.invalid/x.png) }`, '.a { background: none }'],
  [String.raw`.a { background: \u\rl\(https://elsewhere.invalid/x.png) }`, '.a { background: none }'],
  [String.raw`@\69 mport "https://elsewhere.invalid/x.css"; p { margin: 0 }`, ' p { margin: 0 }'],
  ['.a { background: -webkit-image-set("https://elsewhere.invalid/x.png" 1x) }', '.a { background: -webkit-none }'],
  [String.raw`.a:before { content: "\f0b7\9" }`, String.raw`.a:before { content: "\f0b7\9" }`],
])('style rules fetch nothing: %s', (given, kept) => {
  expect(ownStyles(given)).toBe(kept);
});
