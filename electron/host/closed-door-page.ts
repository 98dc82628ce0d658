/** Shown to a browser without a valid session: the address was used before, or the host was restarted. */
export const closedDoorPage = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>运维交付夹</title></head>
<body>
<h1>这个页面需要从启动时打印的网址打开</h1>
<p>启动网址只能使用一次。如果程序已重新启动，或者换了浏览器，请在终端重新运行 npm run start:browser，再打开新打印的网址。</p>
</body>
</html>
`;
