package dev.astrolabe.simulator.server;

import dev.astrolabe.simulator.fault.FaultKind;
import dev.astrolabe.simulator.fault.FaultRule;
import dev.astrolabe.simulator.fault.Faults;
import java.util.LinkedHashMap;
import java.util.Map;

/** Faults as the control port reads and shows them. */
final class FaultForm {

    private FaultForm() {}

    static FaultRule read(String body) {
        ControlForm form = ControlForm.of(
                body,
                "kind",
                "protocol",
                "account",
                "operation",
                "onlyChanges",
                "onlyStops",
                "probability",
                "skip",
                "times",
                "duration");
        FaultRule any = FaultRule.of(form.required("kind", FaultKind.class));
        try {
            return new FaultRule(
                    any.kind(),
                    form.text("protocol").orElse(FaultRule.ANY),
                    form.text("account").orElse(FaultRule.ANY),
                    form.text("operation").orElse(FaultRule.ANY),
                    form.flag("onlyChanges"),
                    form.flag("onlyStops"),
                    form.text("probability").isEmpty()
                            ? any.probability()
                            : form.decimal("probability", "a number above 0 and at most 1")
                                    .doubleValue(),
                    form.whole("skip", any.skip()),
                    form.whole("times", any.times()),
                    form.duration("duration").orElse(any.duration()));
        } catch (IllegalArgumentException e) {
            throw ControlRefusal.refused(String.valueOf(e.getMessage()));
        }
    }

    static Map<String, Object> show(Faults.State state) {
        FaultRule rule = state.rule();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", state.id());
        shown.put("kind", rule.kind().name());
        shown.put("protocol", rule.protocol());
        shown.put("account", rule.account());
        shown.put("operation", rule.operation());
        shown.put("onlyChanges", rule.onlyChanges());
        shown.put("onlyStops", rule.onlyStops());
        shown.put("probability", rule.probability());
        shown.put("skip", rule.skip());
        shown.put("times", rule.times());
        shown.put("duration", rule.duration().toString());
        shown.put("matched", state.matched());
        shown.put("met", state.met());
        return shown;
    }
}
