package groundwork.report;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.policy.Judgement;
import groundwork.policy.Judgement.Violation;
import groundwork.settings.entry.Reading;
import java.util.List;
import java.util.Optional;

/** What the policy pack says of a topology, and which settings its violations come from. */
public record PolicyReport(Judgement judgement, Recording recording, Reading reading) {
    private static final Gson JSON = new Gson();

    public JsonElement json() {
        var json = JSON.toJsonTree(judgement).getAsJsonObject();
        var violations = json.getAsJsonArray("violations");
        for (int at = 0; at < violations.size(); at++) {
            addSetting(
                    violations.get(at).getAsJsonObject(), judgement.violations().get(at));
        }
        return json;
    }

    public List<String> lines(Style style) {
        return PolicyText.of(this, style);
    }

    /** Violations of mandatory rules, which fail the preview. */
    public List<String> failures() {
        return PolicyText.failures(this);
    }

    /** The setting to change, where one is known. */
    Optional<String> setting(Violation violation) {
        return violation.resource().isEmpty()
                ? Optional.of(violation.setting())
                : SettingOf.violation(violation, recording, reading.effective().keySet());
    }

    List<Violation> violationsOf(String urn) {
        return judgement.violations().stream()
                .filter(violation -> violation.resource().equals(urn))
                .toList();
    }

    String nameOf(String urn) {
        return recording.withUrn(urn).map(Recorded::name).orElse(urn);
    }

    private void addSetting(JsonObject json, Violation violation) {
        json.addProperty("setting", setting(violation).orElse(""));
    }
}
