// A platform with the API of SCORM 1.2, as strict as its run-time environment allows. It keeps `values` between
// visits, records every call in `calls`, and names in `faults` what the specification forbids.
function makeLms(values, faults, calls, options) {
  "use strict";
  const text = (limit) => (value) => value.length <= limit;
  const words = (...allowed) => (value) => allowed.includes(value);
  const decimal = (least, most) => (value) => /^-?\d{0,3}(\.\d{1,2})?$/.test(value) && +value >= least && +value <= most;
  const timespan = (value) => /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(value);
  const time = (value) => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(value);
  const identifier = (value) => /^[\x21-\x7E]{1,255}$/.test(value);
  const types = ["true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric"];
  const responses = {
    "true-false": /^[tf01]?$/,
    choice: /^([a-z0-9](,[a-z0-9])*)?$/,
    sequencing: /^([a-z0-9](,[a-z0-9])*)?$/,
    matching: /^([a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*)?$/,
    numeric: /^-?\d+(\.\d+)?$/,
    "fill-in": /^[^]{0,255}$/,
  };
  const ofType = (value, element) => {
    const type = values[element.replace(/^(cmi\.interactions\.\d+)\..*/, "$1.type")];
    return value.length <= 255 && type in responses && responses[type].test(value);
  };
  const score = decimal(0, 100);
  const result = (value) => words("correct", "wrong", "unanticipated", "neutral")(value) || decimal(0, 100)(value);
  // element: r(ead) and w(rite), and what may be written
  const model = {
    "cmi.core._children": ["r"],
    "cmi.core.student_id": ["r"],
    "cmi.core.student_name": ["r"],
    "cmi.core.lesson_location": ["rw", text(255)],
    "cmi.core.credit": ["r"],
    "cmi.core.lesson_status": ["rw", words("passed", "completed", "failed", "incomplete", "browsed")],
    "cmi.core.entry": ["r"],
    "cmi.core.score.raw": ["rw", score],
    "cmi.core.score.min": ["rw", score],
    "cmi.core.score.max": ["rw", score],
    "cmi.core.total_time": ["r"],
    "cmi.core.lesson_mode": ["r"],
    "cmi.core.exit": ["w", words("time-out", "suspend", "logout", "")],
    "cmi.core.session_time": ["w", timespan],
    "cmi.suspend_data": ["rw", text(4096)],
    "cmi.launch_data": ["r"],
    "cmi.student_data.mastery_score": ["r"],
    "cmi.interactions._count": ["r"],
    "cmi.interactions.n.id": ["w", identifier],
    "cmi.interactions.n.type": ["w", words(...types)],
    "cmi.interactions.n.time": ["w", time],
    "cmi.interactions.n.weighting": ["w", decimal(-100, 100)],
    "cmi.interactions.n.student_response": ["w", ofType],
    "cmi.interactions.n.correct_responses.n.pattern": ["w", ofType],
    "cmi.interactions.n.result": ["w", result],
    "cmi.interactions.n.latency": ["w", timespan],
  };
  let state = "closed";
  let error = "0";
  const count = () => new Set(Object.keys(values).map((name) => (/^cmi\.interactions\.(\d+)/.exec(name) || [])[1])
    .filter(Boolean)).size;
  const give = (code, returned, call) => {
    error = code;
    calls.push(call);
    if (code !== "0") faults.push(`${code} ${call}`);
    return returned;
  };
  const opened = (call, work) => (state === "open" ? work() : give("301", "false", call));
  const known = (element) => model[element.replace(/\.\d+(?=\.)/g, ".n")];

  function set(element, value) {
    const call = `${element} = ${value}`;
    return opened(call, () => {
      const entry = known(element);
      const index = /^cmi\.interactions\.(\d+)/.exec(element);
      if (typeof value !== "string" || !entry || (index && +index[1] > count())) return give("401", "false", call);
      if (index && element.endsWith(".id") === false && !(`cmi.interactions.${index[1]}.id` in values)) {
        return give("201", "false", call);
      }
      if (!entry[0].includes("w")) return give("403", "false", call);
      if (!entry[1](value, element)) return give("405", "false", call);
      values[element] = value;
      return give("0", "true", call);
    });
  }

  function get(element) {
    const call = `${element}?`;
    return opened(call, () => {
      const entry = known(element);
      if (!entry) return give("401", "", call);
      if (!entry[0].includes("r")) return give("404", "", call);
      return give("0", element === "cmi.interactions._count" ? String(count()) : values[element] || "", call);
    });
  }

  return {
    LMSInitialize: (empty) => {
      if (state === "open" || empty !== "") return give("101", "false", "Initialize");
      state = "open";
      return give("0", "true", "Initialize");
    },
    LMSGetValue: get,
    LMSSetValue: (element, value) => (options.refuses && element.startsWith(options.refuses) ? "false" : set(element, value)),
    LMSCommit: (empty) => opened("Commit", () => give(empty === "" ? "0" : "201", "true", "Commit")),
    LMSFinish: (empty) =>
      opened("Finish", () => {
        state = "closed";
        return give(empty === "" ? "0" : "201", "true", "Finish");
      }),
    LMSGetLastError: () => error,
    LMSGetErrorString: () => "",
    LMSGetDiagnostic: () => "",
  };
}
