import { describe, expect, test } from 'vitest';
import { repeatRows } from './rows.ts';

const columns = new Map([['清单', ['名称', '份数']]]);
const row = (...runs: readonly string[]): string =>
  `<w:tr w:rsidR="1"><w:tc><w:p>${runs.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`).join('')}</w:p></w:tc></w:tr>`;
const words = (xml: string): readonly string[] =>
  xml
    .split('</w:tr>')
    .slice(0, -1)
    .map((one) => one.replace(/<w:br\/>/g, '\n').replace(/<[^>]*>/g, ''));

describe('rows of a list', () => {
  test('one for each item, in order; what is no list stays', () => {
    const xml = row('名称') + row('{清单·名称}', '{清单·份数}') + row('{编号}');
    const lists = { 清单: [{ 名称: '甲', 份数: '1' }, { 名称: '乙' }] };
    expect(words(repeatRows(xml, lists, columns))).toEqual(['名称', '甲1', '乙', '{编号}']);
  });

  test('a list without items leaves one row to write in', () => {
    expect(words(repeatRows(row('{清单·名称}：{清单·份数}'), {}, columns))).toEqual(['：']);
    expect(words(repeatRows(row('{清单·名称}'), { 清单: [] }, columns))).toEqual(['']);
  });

  test('a placeholder cut into runs is filled where it begins, in its formatting', () => {
    const filled = repeatRows(row('第', '{清单', '·名', '称}', '项'), { 清单: [{ 名称: '甲' }] }, columns);
    expect(words(filled)).toEqual(['第甲项']);
    expect(filled).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">甲</w:t>');
  });

  test('single fields in such a row stay for whoever fills them', () => {
    const filled = repeatRows(row('{编号}{清单·名称}{清单·页}'), { 清单: [{ 名称: '甲' }, { 名称: '乙' }] }, columns);
    expect(words(filled)).toEqual(['{编号}甲{清单·页}', '{编号}乙{清单·页}']);
  });

  test('what somebody wrote is no markup, and its lines stay lines', () => {
    const filled = repeatRows(row('{清单·名称}'), { 清单: [{ 名称: '<w:p>&\n二' }] }, columns);
    expect(filled).toContain('&lt;w:p&gt;&amp;</w:t><w:br/><w:t xml:space="preserve">二');
  });

  test('the innermost row is the one that is repeated', () => {
    const inner = row('{清单·名称}');
    const xml = `<w:tr><w:tc><w:tbl>${inner}</w:tbl></w:tc></w:tr>`;
    const filled = repeatRows(xml, { 清单: [{ 名称: '甲' }, { 名称: '乙' }] }, columns);
    expect(filled.match(/<w:tr[ >]/g)).toHaveLength(3);
    expect(filled.match(/<w:tbl>/g)).toHaveLength(1);
  });
});
