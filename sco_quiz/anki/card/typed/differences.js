// What keeps an almost right answer from being right, as sentences for learners. The twin of differences.py.
function describe(kind, parts) {
  return TABLES.sentences[kind].replace(/\{(\w+)\}/g, function (all, name) {
    return parts[name];
  });
}
