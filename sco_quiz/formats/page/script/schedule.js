// When a question is due again, by FSRS 6 as ts-fsrs computes it. As in the terminal, it counts the student's days, which
// begin at four: who studies earlier on the next day gets the same schedule.
var DAY = 86400000;
var DAY_BEGINS = 4 * 3600000;
var REVIEW = 2;
var scheduler = null;

function fsrsScheduler() {
  if (!scheduler) scheduler = FSRS.fsrs({ enable_fuzz: false, enable_short_term: true });
  return scheduler;
}

// The number of the student's day at a time in ms since 1970.
function dayOf(at) {
  return Math.floor((at - new Date(at).getTimezoneOffset() * 60000 - DAY_BEGINS) / DAY);
}

// When a day begins here, which is not the same from UTC on a day on which the clocks change.
function startOfDay(day) {
  var date = new Date(day * DAY);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), DAY_BEGINS / 3600000).getTime();
}

// The memory of a question after an answer; `memory` is null for a new question. `rating` is 1 (again) to 4 (easy).
function scheduled(memory, rating, at) {
  var day = Math.max(dayOf(at), memory ? memory.day : 0);
  var moment = new Date(day * DAY);
  var card = FSRS.createEmptyCard(moment);
  if (memory) {
    card.stability = memory.stability;
    card.difficulty = memory.difficulty;
    card.state = memory.state;
    card.learning_steps = memory.step;
    card.scheduled_days = memory.interval;
    card.reps = 1;
    card.last_review = new Date(memory.day * DAY);
    card.due = card.last_review;
  }
  var next = fsrsScheduler().next(card, moment, rating).card;
  var isReview = next.state === REVIEW;
  return {
    stability: next.stability,
    difficulty: next.difficulty,
    state: next.state,
    step: next.learning_steps,
    interval: isReview ? next.scheduled_days : 0,
    day: day,
    due: isReview ? startOfDay(day + next.scheduled_days) : at + (next.due - moment),
  };
}

// How well an answer was known, as in the terminal: right is good, right with the hint or almost hard, half hard.
function ratingOf(found, hinted) {
  if (found.outcome === "right") return hinted ? 2 : 3;
  return found.outcome === "almost" || found.credit >= 0.5 ? 2 : 1;
}

var MEMORY_FIELDS = ["stability", "difficulty", "state", "step", "interval", "day", "due"];

// Whether a memory from the browser or a file can be one.
function isMemory(value) {
  return (
    !!value &&
    MEMORY_FIELDS.every(function (name) {
      return typeof value[name] === "number" && isFinite(value[name]) && value[name] >= 0;
    }) &&
    value.stability > 0 &&
    [1, 2, 3].indexOf(value.state) >= 0
  );
}

function memoriesIn(progress) {
  var found = {};
  var all = (progress && progress.memories) || {};
  Object.keys(all).forEach(function (id) {
    if (isMemory(all[id])) found[id] = all[id];
  });
  return found;
}

// All memories, by the ids under which questions were first published. Another tab may have written meanwhile.
function memories() {
  return memoriesIn(recall("progress"));
}

function progressFile(all) {
  return { format: "sco-quiz page progress", version: 1, bank: PAGE.bank.id, memories: all };
}

function learn(question, rating, at) {
  var all = memories();
  all[question.first] = scheduled(all[question.first] || null, rating, at);
  return remember("progress", progressFile(all));
}

// Add the memories of a file; of two of one question, the one of the later answer counts.
function addMemories(progress) {
  var all = memories();
  var more = memoriesIn(progress);
  Object.keys(more).forEach(function (id) {
    if (!all[id] || all[id].day < more[id].day) all[id] = more[id];
  });
  remember("progress", progressFile(all));
}
