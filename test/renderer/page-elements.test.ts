import { expect, test } from 'vitest';
import { ownStyles } from '../../renderer/preview/page-elements.ts';

test.each([
  ['.a { color: red }', '.a { color: red }'],
  ['.a { background: url(data:image/png;base64,AAAA) }', '.a { background: url(data:image/png;base64,AAAA) }'],
  ['.a { background: url("https://elsewhere.invalid/x.png") no-repeat }', '.a { background: none no-repeat }'],
  ["p { list-style: URL ( '/api/app.info' ) }", 'p { list-style: none }'],
  ['@import "x.css"; p { margin: 0 }', ' p { margin: 0 }'],
  ['.a { background: url(data:text/html,<script>) }', '.a { background: none }'],
])('style rules fetch nothing: %s', (given, kept) => {
  expect(ownStyles(given)).toBe(kept);
});
