// Code and formulas, which are compared as typed. The twin of notation.py.
var MARKS = { code: /^(\x60+)([^]+?)\1$/, formula: /^(\${1,2})([^]+?)\1$/ };

// Whether code or a formula was typed as one of the forms is written, with or without the marks around it.
function isAsTyped(typed, forms, notation) {
  var marked = MARKS[notation].exec(typed.trim());
  return [typed, marked ? marked[2] : typed].some(function (text) {
    return (forms || []).indexOf(compared(text, notation)) >= 0;
  });
}

function compared(text, notation) {
  var written = asWritten(text);
  return notation === "formula" ? written.replace(/ /g, "") : written;
}
