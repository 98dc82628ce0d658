import { qrPicture } from '../../qr/qr-picture.ts';
import { valueText } from '../value-text.ts';
import { doubt, type Filter } from './filter.ts';

export const codeFilters: readonly Filter[] = [
  {
    name: '二维码',
    aliases: ['qr', 'qrcode'],
    summary: '把文字变成二维码图片，写在图片标签里；后面空一格写边长，如 1.1 就是 1.1 厘米',
    example: { data: { 文件码: 'XJ-20240805-01*7K3FQ' }, tag: '{%文件码|二维码 1.1}', result: '一个 1.1 厘米见方的二维码' },
    parameters: [],
    apply: (value) => {
      const text = valueText(value)?.trim() ?? '';
      if (text === '') return doubt(value, '不是文字');
      const bytes = qrPicture(text);
      return bytes === undefined ? doubt(value, '太长，印成二维码扫不出来') : { bytes, description: `二维码 ${text}` };
    },
  },
];
