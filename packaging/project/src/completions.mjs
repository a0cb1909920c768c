/** Prints what an editor offers at the `|` of each argument, by the data file of the first. */
import { readFileSync } from 'node:fs';
import languageService from 'vscode-html-languageservice';

const { getLanguageService, newHTMLDataProvider, TextDocument } = languageService;

const [file, ...texts] = process.argv.slice(2);
const data = newHTMLDataProvider('inlay', JSON.parse(readFileSync(file, 'utf8')));
const service = getLanguageService({ useDefaultDataProvider: false, customDataProviders: [data] });

const offered = (text) => {
  const document = TextDocument.create('page.html', 'html', 0, text.replace('|', ''));
  const position = document.positionAt(text.indexOf('|'));
  const { items } = service.doComplete(document, position, service.parseHTMLDocument(document));
  return items.map(({ label }) => label);
};
console.log(JSON.stringify(texts.map(offered)));
