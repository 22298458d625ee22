// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import java.util.ArrayList;
import java.util.List;

/** Takes apart names that people write; what stands in double quotes stays together. */
final class Names {
    private Names() {}

    /** Lists that commas separate, as given by one option or several. */
    static List<String> list(List<String> given) {
        List<String> names = new ArrayList<>();
        for (String text : given) {
            int from = 0;
            for (int at = outsideQuotes(text, ',', 0); at >= 0; at = outsideQuotes(text, ',', from)) {
                names.add(text.substring(from, at));
                from = at + 1;
            }
            names.add(text.substring(from));
        }
        return names;
    }

    /** Where the last dot outside of quotes is; -1 without one. */
    static int lastDot(String text) {
        int last = -1;
        for (int at = outsideQuotes(text, '.', 0); at >= 0; at = outsideQuotes(text, '.', at + 1)) {
            last = at;
        }
        return last;
    }

    /** A name as the catalog has it. */
    static String unquoted(String name) {
        boolean quoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    /** @param from outside of quotes */
    private static int outsideQuotes(String text, char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (text.charAt(i) == wanted && !quoted) {
                return i;
            }
        }
        return -1;
    }
}
