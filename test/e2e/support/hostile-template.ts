import { writeZip } from '../../../electron/files/zip-writer.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="${drawing}/wordprocessingDrawing" xmlns:a="${drawing}/main" xmlns:pic="${drawing}/picture" xmlns:c="${drawing}/chart"`;
/** One red point. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

function relationships(list: readonly (readonly [id: string, type: string, target: string, mode?: string])[]): string {
  const entries = list.map(([id, type, target, mode]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`);
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
}

/**
 * A template that the engine has no reason to refuse and that tries everything a page could do with it: links that run a script or lead
 * away, a web page inside, shapes over the whole window, style rules that fetch. It also has what is harmless: a picture and a chart.
 */
export function hostileTemplate(): Uint8Array {
  const link = (id: string, text: string): string => `<w:p><w:hyperlink r:id="${id}"><w:r><w:t>${text}</w:t></w:r></w:hyperlink></w:p>`;
  const graphic = (id: number, uri: string, content: string): string => `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1800000" cy="900000"/><wp:docPr id="${id}" name="图${id}"/><a:graphic><a:graphicData uri="${drawing}/${uri}">${content}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const picture = graphic(1, 'picture', '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId5"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="900000"/></a:xfrm></pic:spPr></pic:pic>');
  const chart = graphic(2, 'chart', '<c:chart r:id="rId6"/>');
  const cover = '<w:p><w:r><w:pict><v:rect style="position:fixed;left:0;top:0;width:9999px;height:9999px;z-index:99999" fillcolor="green"/></w:pict></w:r></w:p>';
  const shape = '<w:p><w:r><w:pict><v:rect style="position:fixed;left:0;top:0;width:9999px;height:9999px;z-index:99999;background-image:url(/api/app.info)" fillcolor="red"><v:textbox><w:txbxContent><w:p><w:r><w:t>盖住窗口</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>';
  const styles = `<w:styles ${namespaces}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="x;} body{display:none} *{background:url(/api/x)} .y{"/></w:rPr></w:style></w:styles>`;
  const files: readonly (readonly [name: string, text: string])[] = [
    ['[Content_Types].xml', `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="html" ContentType="text/html"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/></Types>`],
    ['_rels/.rels', relationships([['rId1', 'officeDocument', 'word/document.xml']])],
    ['word/document.xml', `${declaration}<w:document ${namespaces}><w:body><w:p><w:r><w:t>走访单号 {编号}</w:t></w:r></w:p>${link('rId1', '运行脚本')}${link('rId2', '离开窗口')}<w:altChunk r:id="rId3"/>${picture}${chart}${shape}${cover}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`],
    ['word/_rels/document.xml.rels', relationships([['rId1', 'hyperlink', 'javascript:document.title=1', 'External'], ['rId2', 'hyperlink', 'https://elsewhere.invalid/', 'External'], ['rId3', 'aFChunk', 'page.html'], ['rId4', 'styles', 'styles.xml'], ['rId5', 'image', 'media/point.png'], ['rId6', 'chart', 'charts/chart1.xml']])],
    ['word/charts/chart1.xml', `${declaration}<c:chartSpace ${namespaces}/>`],
    ['word/page.html', '<html><body><script>parent.document.title = "x"</script><img src="https://elsewhere.invalid/a.png" onerror="top.location=1"></body></html>'],
    ['word/styles.xml', `${declaration}${styles}`],
  ];
  return writeZip([...files.map(([name, text]) => ({ name, bytes: Buffer.from(text, 'utf8') })), { name: 'word/media/point.png', bytes: Buffer.from(png, 'base64') }]);
}
