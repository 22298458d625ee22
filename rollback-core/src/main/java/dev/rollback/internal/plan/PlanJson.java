// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rollback.InvalidInputException;
import dev.rollback.RestoreMode;
import dev.rollback.capture.Backup;
import dev.rollback.internal.Json;
import dev.rollback.model.Fingerprint;
import dev.rollback.plan.ClosingStep;
import dev.rollback.plan.ExplicitPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan as a document that can be kept, read by people and run later. Running derives the plan again and compares hashes, so
 * the document is a promise, not a script; its own checksum tells whether somebody edited it.
 */
public final class PlanJson {
    private static final String FORMAT = "rollback-plan-1";

    private PlanJson() {}

    /**
     * What a kept plan says about itself.
     *
     * @param target the label of the snapshot
     * @param only tables, as {@code schema.name}; empty for all
     * @param closing what migration tools write into their records at the end
     * @param explicit the explicit plan as JSON; empty for a derived one
     * @param database what tells the database that it was made for
     * @param takenAt when the backup that it leads to was taken; empty for an explicit plan
     * @param hash the hash of the plan
     * @param startsFrom the fingerprint of the schema it was made for
     * @param objects hashes of the objects it was made for
     * @param lostRows rows that were to be lost
     */
    public record Document(
            String target,
            RestoreMode mode,
            List<String> only,
            List<ClosingStep> closing,
            String explicit,
            String database,
            String takenAt,
            String hash,
            String startsFrom,
            Map<String, String> objects,
            long lostRows) {}

    static String write(DerivedPlan plan) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("target", plan.target());
        if (plan.explicit() != null) {
            document.put("explicit", Json.write(plan.explicit()));
        }
        document.put("mode", plan.mode().name().toLowerCase(java.util.Locale.ROOT));
        document.put(
                "only",
                plan.input().only().stream().map(id -> id.path()).sorted().toList());
        if (!plan.input().closing().isEmpty()) {
            document.put("closing", plan.input().closing());
        }
        document.put("database", plan.input().live().database());
        document.put("takenAt", takenAt(plan));
        document.put("hash", plan.hash());
        document.put("startsFrom", plan.startsFrom());
        document.put("reversibility", plan.reversibility());
        document.put("estimate", plan.estimate());
        document.put("advice", plan.advice());
        document.put("refusals", plan.refusals());
        document.put("notes", plan.notes());
        document.put("losses", plan.losses());
        document.put("steps", plan.steps());
        document.put("objects", plan.objectHashes());
        document.put("checksum", Fingerprint.of(Json.write(document)));
        return Json.write(document);
    }

    /** When the backup that a plan leads to was taken; empty for an explicit plan. */
    public static String takenAt(DerivedPlan plan) {
        Backup backup = plan.input().backup();
        return backup == null ? "" : backup.takenAt().toString();
    }

    /** The wishes of an explicit plan. */
    public static ExplicitPlan explicit(Document document) {
        try {
            return Json.read(document.explicit(), ExplicitPlan.class);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("The saved plan's wishes cannot be read.", e);
        }
    }

    /**
     * @throws InvalidInputException when the text is no plan or was edited
     */
    public static Document read(String text) {
        JsonNode tree;
        try {
            tree = Json.tree(text);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("This is not a saved plan: it is not valid JSON.", e);
        }
        if (tree == null || !tree.path("format").asText().equals(FORMAT)) {
            throw new InvalidInputException("This is not a saved plan: its format is not " + FORMAT + ".");
        }
        String checksum = tree.path("checksum").asText();
        ((com.fasterxml.jackson.databind.node.ObjectNode) tree).remove("checksum");
        if (!Fingerprint.of(Json.write(tree)).equals(checksum)) {
            throw new InvalidInputException(
                    "The saved plan was edited: its contents do not match its checksum. Make a new plan instead.");
        }
        List<String> only = new ArrayList<>();
        tree.path("only").forEach(n -> only.add(n.asText()));
        Map<String, String> objects = new TreeMap<>();
        tree.path("objects")
                .fields()
                .forEachRemaining(e -> objects.put(e.getKey(), e.getValue().asText()));
        long lost = 0;
        for (JsonNode loss : tree.path("losses")) {
            lost += loss.path("needsAcceptance").asBoolean() ? loss.path("rows").asLong() : 0;
        }
        return new Document(
                tree.path("target").asText(),
                RestoreMode.valueOf(tree.path("mode").asText().toUpperCase(java.util.Locale.ROOT)),
                only,
                closing(tree.path("closing")),
                tree.path("explicit").asText(""),
                tree.path("database").asText(),
                tree.path("takenAt").asText(),
                tree.path("hash").asText(),
                tree.path("startsFrom").asText(),
                objects,
                lost);
    }

    private static List<ClosingStep> closing(JsonNode steps) {
        List<ClosingStep> closing = new ArrayList<>();
        try {
            for (JsonNode step : steps) {
                closing.add(Json.read(step.toString(), ClosingStep.class));
            }
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("The saved plan's closing steps cannot be read.", e);
        }
        return closing;
    }
}
