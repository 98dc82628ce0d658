/** Around the approximate pages, inside their own root: the window's rules do not reach them, nor theirs the window. */
export const pageStyles = `
:host { display: block; color-scheme: light; }
.docx-wrapper { padding: 16px 16px 0; background: none; }
.docx-wrapper > section.docx { margin-bottom: 16px; box-shadow: 0 1px 6px rgb(0 0 0 / 30%); font-family: 'SimSun', 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', serif; }
.not-drawn { box-sizing: border-box; padding: 8px; overflow: hidden; border: 1px dashed #9aa5b1; color: #5f6b7a; font: 12px/1.5 sans-serif; text-align: center; }
`;
