// Dates in words and in digits. The twin of dates.py. A date is "year-month-day", with "" for what is not said.
function compareDates(typed, form, key) {
  var meant = readDates(form, true);
  if (!meant.length) meant = yearAlone(form);
  var found = meant.length && !isCompared(typed + form) ? readDates(typed, false) : [];
  if (!found.length) return null;
  var same = function (date) { return found.indexOf(date) >= 0; };
  if (meant.some(same) || moreExact(found, meant, key.accept || [])) return SAME;
  var yearless = meant.map(function (date) { return "/" + date.split("/").slice(1).join("/"); });
  return yearless.some(same) ? near(describe("year", {})) : DIFFERENT;
}

// Whether a date says more than is asked for, and no other accepted form contradicts it.
function moreExact(found, meant, accepted) {
  var others = [].concat.apply([], accepted.map(function (form) { return readDates(form, true); }));
  return found.some(function (date) {
    return meant.some(function (asked) {
      return narrows(date, asked) && others.every(function (other) { return !narrows(other, asked) || agree(date, other); });
    });
  });
}

function narrows(date, asked) {
  var parts = asked.split("/"), said = date.split("/");
  if (!parts[0] || parts[2] || said[0] !== parts[0] || date === asked) return false;
  return parts[1] === "0" || said[1] === parts[1];
}

function agree(date, other) {
  return date === other || narrows(date, other) || narrows(other, date);
}

function yearAlone(text) {
  var match = /^(?:in )?([0-9]{4})$/.exec(fold(text));
  return match ? [Number(match[1]) + "/0/"] : [];
}

function readDates(text, whole) {
  var folded = fold(text);
  var dates = /^[0-9]/.test(folded) ? inDigits(folded, whole) : [];
  return dates.concat(inWords(text, whole)).filter(dateExists).map(function (date) {
    return date.join("/");
  });
}

function inDigits(text, whole) {
  var match = /^([0-9]{4})[-.\/] ?([0-9]{1,2})(?:[-.\/] ?([0-9]{1,2}))?\.?$/.exec(text);
  if (match) return [[Number(match[1]), Number(match[2]), match[3] ? Number(match[3]) : ""]];
  match = /^(?:([0-9]{1,2})[-.\/] ?)?([0-9]{1,2})[-.\/] ?([0-9]{4})$/.exec(text);
  if (match) return eitherFirst(match[1], match[2], [Number(match[3])]);
  match = /^([0-9]{1,2})[-.\/] ?([0-9]{1,2})[-.\/] ?([0-9]{2})$/.exec(text);
  if (match) return eitherFirst(match[1], match[2], datedYears(match[3]));
  match = whole ? null : /^([0-9]{1,2})[-.\/] ?([0-9]{1,2})\.?$/.exec(text);
  return match ? eitherFirst(match[1], match[2], [""]) : [];
}

function eitherFirst(left, right, years) {
  var dates = [];
  years.forEach(function (year) {
    dates.push([year, Number(right), left ? Number(left) : ""]);
    if (left) dates.push([year, Number(left), Number(right)]);
  });
  return dates;
}

function inWords(text, whole) {
  var tokens = contentWords(text).filter(function (token) { return TABLES.besideMonths.split(" ").indexOf(token) < 0; });
  var months = tokens.filter(function (token) { return has(TABLES.months, token); });
  var numbers = tokens.filter(function (token) { return /^[0-9]{1,4}$/.test(token); });
  var eras = tokens.filter(function (token) { return has(TABLES.eras, token); });
  if (months.length !== 1 || eras.length > 1 || tokens.length !== 1 + numbers.length + eras.length) return [];
  var month = TABLES.months[months[0]], era = eras.length ? TABLES.eras[eras[0]] : 1;
  var dated = function (day, year) {
    return datedYears(year).map(function (number) { return [number * era, month, Number(day)]; });
  };
  if (numbers.length === 2) return dated(numbers[0], numbers[1]).concat(dated(numbers[1], numbers[0]));
  if (numbers.length === 1 && numbers[0].length < 3 && !eras.length) return [["", month, Number(numbers[0])]];
  if (numbers.length === 1) return [[Number(numbers[0]) * era, month, ""]];
  return whole || eras.length || numbers.length ? [] : [["", month, ""]];
}

function datedYears(digits) {
  var year = Number(digits);
  return digits.length === 2 ? [year, 1900 + year, 2000 + year] : [year];
}

function dateExists(date) {
  return date[1] >= 1 && date[1] <= 12 && (date[2] === "" || (date[2] >= 1 && date[2] <= TABLES.daysOfMonths[date[1] - 1]));
}
