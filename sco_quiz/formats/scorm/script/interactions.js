// Answers as the interactions of SCORM 1.2, with its types and limits.
var TEXT_LIMIT = 255;

function twoDigits(number) {
  return (number < 10 ? "0" : "") + number;
}

// A length of time as 1.2 has it: HHHH:MM:SS.SS
function timespan(seconds) {
  var hundredths = Math.min(Math.max(0, Math.round(seconds * 100)), 9999 * 360000);
  var hours = Math.floor(hundredths / 360000);
  var rest = hundredths % 6000;
  var minutes = Math.floor(hundredths / 6000) % 60;
  var parts = [("0000" + hours).slice(-4), twoDigits(minutes), twoDigits(Math.floor(rest / 100))];
  return parts.join(":") + "." + twoDigits(rest % 100);
}

function clockTime(at) {
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join(":");
}

// Text that fits, without half a character at its end.
function fitting(text) {
  return text.slice(0, TEXT_LIMIT).replace(/[\uD800-\uDBFF]$/, "");
}

// The character that stands for the option of a number: a-z, then 0-9.
function optionName(number) {
  return "abcdefghijklmnopqrstuvwxyz0123456789".charAt(number % 36);
}

function leftName(number) {
  return "123456789abcdefghijklmnopqrstuvwxyz0".charAt(number % 36);
}

function isDecimal(text) {
  return /^-?\d+(\.\d+)?$/.test(text);
}

// How SCORM 1.2 names a kind of question, and writes numbers of options (as text, "" for none) as a response.
var SCORM_CHOICES = {
  single_choice: ["choice", writeChosen],
  multiple_choice: ["choice", writeSet],
  true_false: ["true-false", writeTruth],
  ordering: ["sequencing", writeChosen],
  matching: ["matching", writePairs],
};

function writeChosen(values, numbers) {
  return numbers
    .map(function (number) {
      return optionName(Number(number));
    })
    .join(",");
}

function writeSet(values, numbers) {
  return writeChosen(values, numbers.slice().sort(byNumber));
}

function byNumber(one, other) {
  return one - other;
}

function writeTruth(values, numbers) {
  return numbers[0] === String(Math.max(0, values.indexOf("true"))) ? "t" : "f";
}

function writePairs(values, numbers) {
  var pairs = numbers.map(function (number, left) {
    return number === "" ? "" : leftName(left) + "." + optionName(Number(number));
  });
  return pairs.filter(Boolean).join(",");
}

// The type of an interaction, the response, and the right one ("" without a key).
function interactionOf(question, answer) {
  var given = answer.given || [];
  var choice = SCORM_CHOICES[question.kind];
  if (!choice) return typedInteraction(question, given, answer.key);
  var numbers = given.map(function (value) {
    return value === "" || value === null ? "" : String(question.values.indexOf(value));
  });
  var write = choice[1].bind(null, question.values);
  return { type: choice[0], response: given.length ? write(numbers) : "", right: question.key ? write(question.key) : "" };
}

function typedInteraction(question, given, key) {
  var right = (key || []).join("; ");
  var response = given.join("; ");
  var isNumber = question.kind === "numeric" && isDecimal(response) && (!right || isDecimal(right));
  return { type: isNumber ? "numeric" : "fill-in", response: response, right: right };
}

function resultName(answer) {
  if (answer.credit === null) return "neutral";
  if (answer.credit === 1) return "correct";
  return answer.credit ? String(Math.round(answer.credit * 100) / 100) : "wrong";
}
