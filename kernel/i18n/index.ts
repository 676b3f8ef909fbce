export { type Bilingual, chooseLanguage, fill, type Language } from './language.ts';
