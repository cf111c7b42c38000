// The API is in a frame around this one, or in the window that opened it. Frames of other sites refuse to be asked.
function findApi(view) {
  for (var step = 0; view && step <= 7; step++) {
    try {
      if (view.API) return view.API;
    } catch (refused) {
      return null;
    }
    if (view.parent === view) return null;
    view = view.parent;
  }
  return null;
}

function openApi() {
  try {
    return findApi(window) || findApi(window.opener || window.top.opener);
  } catch (refused) {
    return null;
  }
}

// Calls of the API: what it returns, as text, or "" for an error.
function connect(api) {
  function call(name) {
    var values = Array.prototype.slice.call(arguments, 1);
    try {
      return String(api[name].apply(api, values));
    } catch (broken) {
      return "";
    }
  }
  return {
    initialize: function () {
      return call("LMSInitialize", "") === "true";
    },
    read: function (element) {
      return call("LMSGetValue", "cmi." + element);
    },
    set: function (element, value) {
      return call("LMSSetValue", "cmi." + element, String(value)) === "true";
    },
    commit: function () {
      return call("LMSCommit", "") === "true";
    },
    end: function () {
      return call("LMSFinish", "") === "true";
    },
  };
}
