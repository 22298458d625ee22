// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that rules name, and those around them: the likeliest to be allowed. */
final class Literals {
    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'])-?\\d{1,15}(?:\\.\\d+)?(?![\\w'])");
    private static final int LONGEST = 300;

    private Literals() {}

    /** @param plain what the column takes otherwise, which tells numbers from texts */
    static List<Value> around(List<Rule> rules, List<Value> plain, long size) {
        boolean number = !plain.isEmpty() && plain.get(0).bound() instanceof Number;
        Set<Object> found = new LinkedHashSet<>();
        for (Rule rule : rules) {
            String text = rule.text().replace("\\'", "'");
            Matcher texts = TEXT.matcher(text);
            while (texts.find()) {
                found.add(texts.group(1).replace("''", "'"));
            }
            Matcher numbers = NUMBER.matcher(text);
            while (numbers.find()) {
                found.addAll(around(numbers.group(), number));
            }
        }
        List<Value> values = new ArrayList<>(found.stream().map(Value::of).toList());
        values.addAll(plain);
        if (!number) {
            values.addAll(Texts.familiar(size));
        }
        return values.stream().distinct().toList();
    }

    private static List<Object> around(String number, boolean wanted) {
        long whole = Long.parseLong(number.contains(".") ? number.substring(0, number.indexOf('.')) : number);
        if (wanted) {
            return List.of(whole, whole + 1, whole - 1);
        }
        List<Object> texts = new ArrayList<>(Times.of(whole));
        if (whole > 0 && whole <= LONGEST) {
            texts.add("1".repeat((int) whole));
            texts.add("A".repeat((int) whole));
        }
        return texts;
    }
}
