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

var LARGEST = { stability: 36500, difficulty: 10, state: 3, step: 100, interval: 36500, day: 4e6, due: 253402300799000 };

// Whether a memory from the browser or a file can be one.
function isMemory(value) {
  return (
    !!value &&
    Object.keys(LARGEST).every(function (name) {
      return typeof value[name] === "number" && value[name] >= 0 && value[name] <= LARGEST[name];
    }) &&
    value.stability > 0 &&
    value.difficulty >= 1 &&
    [value.state, value.step, value.interval, value.day].every(Number.isInteger) &&
    value.state > 0
  );
}

// A day that is still to come is from a clock that was wrong: the question counts as seen today.
function memoryFrom(value) {
  var today = dayOf(Date.now());
  if (value.day <= today + 1) return value;
  return Object.assign({}, value, { day: today, due: startOfDay(today + value.interval) });
}

// Whether the answer to a question from the browser or a file can be one; see answerIn.
function isKeptAnswer(value) {
  return (
    !!value &&
    isTime(value.at) &&
    typeof value.revision === "string" &&
    [value.given, value.response].every(isTexts) &&
    OUTCOMES.indexOf(value.outcome) >= 0 &&
    [value.credit, value.seconds].every(isTime) &&
    value.credit <= 1 &&
    value.seconds <= LONGEST_TIME &&
    typeof value.hint === "boolean"
  );
}

var OUTCOMES = ["right", "partly", "almost", "wrong"];

function isTexts(list) {
  return (
    Array.isArray(list) &&
    list.every(function (text) {
      return typeof text === "string";
    })
  );
}

// Values by id, without those that cannot be one. An id may be the name of what every object has.
function valuesFrom(values, isOne, from) {
  var found = Object.create(null);
  Object.keys(values && typeof values === "object" ? values : {}).forEach(function (id) {
    if (isOne(values[id])) found[id] = from(values[id]);
  });
  return found;
}

function same(value) {
  return value;
}

function progressIn(value) {
  var all = value || {};
  return {
    memories: valuesFrom(all.memories, isMemory, memoryFrom),
    answers: valuesFrom(all.answers, isKeptAnswer, same),
  };
}

// Memories and last answers, by the ids under which questions were first published. Another tab may have written.
function progress() {
  return progressIn(recall("progress"));
}

function progressFile(all) {
  return { format: "sco-quiz page progress", version: 1, bank: PAGE.bank.id, memories: all.memories, answers: all.answers };
}

// Keep an answer and what it says of the memory, and return whether the browser does.
function learn(question, rating, answer) {
  var all = progress();
  all.memories[question.first] = scheduled(all.memories[question.first] || null, rating, answer.at);
  all.answers[question.first] = answer;
  return remember("progress", progressFile(all));
}

// Add the progress of a file; of two memories or answers of one question, the later one counts.
function mergeProgress(value) {
  var all = progress();
  var more = progressIn(value);
  Object.keys(more.memories).forEach(function (id) {
    if (!all.memories[id] || all.memories[id].day < more.memories[id].day) all.memories[id] = more.memories[id];
  });
  Object.keys(more.answers).forEach(function (id) {
    if (!all.answers[id] || all.answers[id].at < more.answers[id].at) all.answers[id] = more.answers[id];
  });
  return remember("progress", progressFile(all));
}
