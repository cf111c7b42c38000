// Where a test reports what happens. A page by itself reports to nobody; a SCORM package puts another one here.
// `keepsState`: the other side keeps the state of a test, so that the browser of another pupil is not asked.
var reporter = {
  keepsState: false,
  keepsAll: function () {
    return true;
  },
  name: function () {
    return "";
  },
  // a sentence on where results go
  told: function () {
    return "";
  },
  resumed: function () {
    return null;
  },
  start: function () {},
  answer: function () {},
  suspend: function () {},
  finish: function () {},
  leave: function () {},
};
