// Countries and states: what may follow the name of a place after a comma. The twin of places.py.
var COUNTRIES = TABLES.countries.split(",");
var STATES = TABLES.states.split(",");

function isCountry(name) {
  return COUNTRIES.indexOf(name) >= 0;
}

function isState(name) {
  return STATES.indexOf(name) >= 0;
}

function mayFollow(tail, place) {
  if (isState(place)) return isCountry(tail) || (TABLES.cities[place] || []).indexOf(tail) >= 0;
  return !isCountry(place) && (isCountry(tail) || isState(tail));
}
