// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Orders steps: each after all that must come before it, otherwise by rank and name, so that equal input gives an equal plan.
 */
final class StepGraph {
    private static final Comparator<Node> ORDER =
            Comparator.comparingInt(Node::rank).thenComparing(Node::object).thenComparing(Node::key);

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Set<String>> after = new HashMap<>();

    void add(Node node) {
        Node twin = nodes.put(node.key(), node);
        if (twin != null) {
            throw new IllegalStateException("planned twice: " + node.key());
        }
    }

    boolean has(String key) {
        return nodes.containsKey(key);
    }

    Optional<Node> find(String key) {
        return Optional.ofNullable(nodes.get(key));
    }

    /** The first runs before the second; nothing happens when either is not part of the plan. */
    void before(String first, String second) {
        if (!first.equals(second)) {
            after.computeIfAbsent(first, k -> new TreeSet<>()).add(second);
        }
    }

    List<String> keys(String prefix) {
        return nodes.keySet().stream().filter(k -> k.startsWith(prefix)).toList();
    }

    /**
     * @throws CycleException when some steps wait for each other
     */
    List<Node> ordered() {
        Map<String, Integer> waits = new HashMap<>();
        nodes.keySet().forEach(k -> waits.put(k, 0));
        after.forEach((first, seconds) -> {
            if (nodes.containsKey(first)) {
                seconds.forEach(s -> waits.computeIfPresent(s, (k, n) -> n + 1));
            }
        });
        TreeSet<Node> ready = new TreeSet<>(ORDER);
        nodes.values().stream()
                .filter(n -> Integer.valueOf(0).equals(waits.get(n.key())))
                .forEach(ready::add);
        List<Node> out = new ArrayList<>();
        while (!ready.isEmpty()) {
            Node next = ready.pollFirst();
            out.add(next);
            for (String second : after.getOrDefault(next.key(), Set.of())) {
                Integer left = waits.computeIfPresent(second, (k, n) -> n - 1);
                Node unblocked = nodes.get(second);
                if (left != null && left == 0 && unblocked != null) {
                    ready.add(unblocked);
                }
            }
        }
        if (out.size() < nodes.size()) {
            out.forEach(n -> waits.remove(n.key()));
            throw new CycleException(new TreeSet<>(waits.keySet()));
        }
        return out;
    }

    /** Steps that wait for each other. */
    static final class CycleException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CycleException(Set<String> keys) {
            super(String.join(", ", keys));
        }
    }
}
