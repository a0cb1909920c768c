const givenNames = (
  'Astrid Emil Freja Magnus Ida Oskar Clara Viggo Alma Anton Signe Malthe Karla Noah Liva Elias ' +
  'Nanna Theo Sofie Jonas Maja Aksel Agnes Villads Selma Bertil Ronja Konrad Josefine Anders ' +
  'Silje Tobias Mathilde Rasmus Laura Kasper Ellen Storm Tuva Birk'
).split(' ');

const familyNames = (
  'Holm Lindgaard Brandt Kjær Møller Dahl Østergaard Winther Friis Bay Skov Thorup Bruun Lykke ' +
  'Vang Munk Kragh Aagaard Toft Hauge Bech Storgaard Ravn Nørby Eskildsen Bjerre Kofoed Damgaard ' +
  'Hvid Lund Overgaard Søndergaard Juhl Vestergaard Krogh Elkjær Bisgaard'
).split(' ');

/**
 * An invented name for each place in a list, the same in every run; the first 1,480 differ, since
 * 40 given names and 37 family names have no common factor.
 * @param {number} place
 */
export function inventedName(place) {
  const given = givenNames[place % givenNames.length];
  return `${given} ${familyNames[place % familyNames.length]}`;
}
