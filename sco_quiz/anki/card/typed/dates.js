// Dates in words and digits. The twin of dates.py.
function compareDates(typed, form, key) {
  var date = readDate(typed);
  return date && date === readDate(form) ? SAME : null;
}
