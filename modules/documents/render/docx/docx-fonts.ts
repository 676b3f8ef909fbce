import type { IFontAttributesProperties } from 'docx';

/* The faces that GB/T 9704-2012 names, as Word and WPS know them. */

const latin = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', hint: 'eastAsia' } as const;

export const faces = {
  title: { ...latin, eastAsia: '方正小标宋简体' },
  body: { ...latin, eastAsia: '仿宋_GB2312' },
  heading: { ...latin, eastAsia: '黑体' },
  small: { ...latin, eastAsia: '宋体' },
  // Boxes to tick are in no Chinese text face.
  symbol: {
    ascii: 'Segoe UI Symbol',
    hAnsi: 'Segoe UI Symbol',
    cs: 'Segoe UI Symbol',
    eastAsia: 'Segoe UI Symbol',
    hint: 'eastAsia',
  },
} as const satisfies Record<string, IFontAttributesProperties>;

/** What stands in where a face is not installed: WPS, macOS and Linux know the same designs under other names. */
const standIns: Readonly<Record<string, string>> = {
  方正小标宋简体: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,Noto Serif CJK SC',
  仿宋_GB2312: '仿宋,FangSong,华文仿宋,STFangsong,Noto Serif CJK SC',
  黑体: 'SimHei,华文黑体,STHeiti,Noto Sans CJK SC',
  宋体: 'SimSun,华文宋体,STSong,Noto Serif CJK SC',
};

/** word/fontTable.xml with the stand-ins (ECMA-376 part 1 §17.8.3.1 altName). */
export function fontTable(): string {
  const fonts = Object.entries(standIns).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
