// Where a test reports what happens; a page by itself reports to nobody. A SCORM package has another one.
var reporter = {
  name: function () {
    return "";
  },
  resumed: function () {
    return null;
  },
  start: function () {},
  answer: function () {},
  suspend: function () {},
  finish: function () {},
};
