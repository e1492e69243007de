// What the names and notes of a generated book are made of.
export const given = `Ada Amir Ana Anton Aylin Ben Bianca Bruno Carla Chen Clara Dana David Dilek Ela Elias Emma Enrico Eva Fatma
  Felix Finn Greta Hana Hugo Ida Igor Ines Ivan Jana Jonas Julia Kaan Karim Lea Leon Lina Luca Maja Marek Marta Mei Mila
  Nadia Nils Nora Olga Omar Paula Pavel Rana Rosa Samir Sara Selma Stefan Tariq Theo Tomas Uma Vera Viktor Yara Zoe`.split(/\s+/);
export const family = `Abadi Adler Albrecht Amsel Arslan Bach Barth Bauer Becker Berger Bianchi Brandt Busch Celik Dietrich Dubois
  Ebert Engel Ernst Fischer Frank Friedrich Garcia Graf Haas Hahn Hansen Hoffmann Horvat Huber Ito Jansen Jung Kaiser Kaya
  Keller Klein Koch Kowalski Kraus Lang Lehmann Lopez Maier Martin Meyer Moreau Nagy Neumann Novak Otto Peters Petrov Pohl
  Richter Rossi Roth Sahin Sato Schmidt Schulz Seidel Silva Simon Sommer Stein Suzuki Thomas Vogel Wagner Weber Wolf Yilmaz
  Ziegler Zimmermann`.split(/\s+/);
export const trades = `Apotheke Architekten Bau Bikes Brauerei Catering Consulting Dental Design Drinks Druck Elektro Energie Event
  Fenster Fitness Garten Gastro Glas Holz Hotel Immobilien Kanzlei Keramik Labor Lack Logistik Maschinen Medien Metall
  Mode Optik Papier Pflege Reisen Sanitär Solar Spedition Textil Verlag Werkzeug Wein`.split(/\s+/);
const things = `price delivery offer contract website booking warehouse training invoice season budget supplier manager team
  machine sample catalogue renewal order discount warranty quality schedule export tender audit colour size stock`.split(/\s+/);
const doings = `asked compared explained liked doubted wants needs postponed mentioned checked returned approved
  forgot praised questioned described planned cancelled measured expects`.split(/\s+/);
const whens = ["today", "tomorrow", "soon", "again", "later", "in spring", "in autumn", "next month", "next week", "this year",
  "after the fair", "before the holidays", "with a colleague", "with the owner", "by phone", "in writing"];

/** A short note, as somebody in a hurry takes it. */
export function note({ pick, whole, chance }) {
  const sentence = () => `${pick(doings)} ${chance(40) ? "the " : ""}${pick(things)} ${pick(whens)}`;
  const parts = Array.from({ length: whole(1, 3) }, sentence);
  const text = parts.join(", ") + (chance(30) ? `, ${whole(2, 900)} ${pick(things)}s` : "");
  return text[0].toUpperCase() + text.slice(1);
}
