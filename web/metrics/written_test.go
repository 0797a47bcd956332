package metrics

import (
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// figures gives each figure that a server shows, with its kind.
func figures(t *testing.T) map[string]string {
	t.Helper()
	m := New(About{Version: "1", Store: "file", Capacity: 1})
	m.Ask(func() bool { return true }, func() int { return 1 })
	found := map[string]string{}
	for _, kind := range regexp.MustCompile(`(?m)^# TYPE (\S+) (\S+)$`).FindAllStringSubmatch(page(t, m), -1) {
		found[kind[1]] = kind[2]
	}
	return found
}

func written(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile("../../docs/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// What of PromQL is no name of a figure: what stands in braces, brackets, quotes or a list of labels, numbers, functions and words.
var (
	promAside = regexp.MustCompile(`"[^"]*"|\{[^}]*\}|\[[^\]]*\]|\b(?:by|without|on|ignoring|group_left|group_right) ?\([^)]*\)`)
	promName  = regexp.MustCompile(`[a-zA-Z_:][a-zA-Z0-9_:]*(\()?`)
	promPart  = regexp.MustCompile(`_(bucket|sum|count)$`)
)

// asked gives the figures that an expression asks for.
func asked(expr string) []string {
	var names []string
	for _, name := range promName.FindAllString(promAside.ReplaceAllString(strings.ReplaceAll(expr, `" + "`, ""), " "), -1) {
		if !strings.HasSuffix(name, "(") && !slices.Contains([]string{"and", "or", "unless", "bool", "offset", "sum", "count", "max", "min"}, name) {
			names = append(names, name)
		}
	}
	return names
}

func TestAsked(t *testing.T) {
	got := asked(`histogram_quantile(0.95, sum by (instance, le) (rate(a_seconds_bucket{role="x",b=~"c|d"}[2m]))) / on (instance) e_total > 0.5 and f`)
	if want := []string{"a_seconds_bucket", "e_total", "f"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// exists fails for an expression that asks for a figure which is not there, or for a part that its kind does not have.
func exists(t *testing.T, where, expr string, known map[string]string) {
	t.Helper()
	names := asked(expr)
	if len(names) == 0 {
		t.Errorf("%s asks for nothing: %s", where, expr)
	}
	for _, name := range names {
		whole := promPart.ReplaceAllString(name, "")
		if name != "up" && known[name] == "" && known[whole] != "histogram" || known[name] == "histogram" {
			t.Errorf("%s asks for %s", where, name)
		}
	}
	for _, label := range regexp.MustCompile(`(\w+)(?:=~|!=|!~|=)"([^"$]*)"`).FindAllStringSubmatch(expr, -1) {
		lists := map[string]list{
			"outcome": slices.Concat(commandOutcomes, appendOutcomes, reportOutcomes), "limit": limits, "role": roles, "kind": messageKinds,
			"command": commandNames, "transport": transports, "job": {"verbindend"},
		}
		for value := range strings.SplitSeq(label[2], "|") {
			if !slices.Contains(lists[label[1]], value) {
				t.Errorf("%s: %s is never %q", where, label[1], value)
			}
		}
	}
}

func TestWrittenDown(t *testing.T) {
	known, guide := figures(t), string(written(t, "operations.md"))

	t.Run("every figure of ours is in the guide with its kind, and no other one", func(t *testing.T) {
		listed := map[string]string{}
		for _, row := range regexp.MustCompile("(?m)^\\| `(verbindend_\\w+)` \\| (\\w+) \\|").FindAllStringSubmatch(guide, -1) {
			listed[row[1]] = row[2]
		}
		ours := maps.Clone(known)
		maps.DeleteFunc(ours, func(name, _ string) bool { return !strings.HasPrefix(name, namespace) })
		if !maps.Equal(listed, ours) {
			t.Errorf("the guide has\n%v\nand the server\n%v", listed, ours)
		}
		for _, limit := range limits {
			if !strings.Contains(guide, "`"+limit+"`") {
				t.Errorf("the limit %s is not explained", limit)
			}
		}
	})
	t.Run("whatever the guide calls a figure is one", func(t *testing.T) {
		for _, name := range regexp.MustCompile("`(verbindend_[a-z_]+)`").FindAllStringSubmatch(guide, -1) {
			if known[name[1]] == "" {
				t.Errorf("there is no %s", name[1])
			}
		}
	})
	t.Run("each alert asks for figures that exist, and the guide says what to do", func(t *testing.T) {
		var file struct {
			Groups []struct {
				Rules []struct {
					Alert, Expr         string
					Labels, Annotations map[string]string
				}
			}
		}
		if err := yaml.Unmarshal(written(t, "operations/alerts.yaml"), &file); err != nil {
			t.Fatal(err)
		}
		chapters := regexp.MustCompile(`(?m)^### (\w+)$`).FindAllStringSubmatch(guide, -1)
		alerts := 0
		for _, group := range file.Groups {
			for _, rule := range group.Rules {
				alerts++
				exists(t, rule.Alert, rule.Expr, known)
				if !slices.ContainsFunc(chapters, func(c []string) bool { return c[1] == rule.Alert }) {
					t.Errorf("the guide does not say what to do about %s", rule.Alert)
				}
				if rule.Annotations["summary"] == "" || !slices.Contains([]string{"page", "ticket"}, rule.Labels["severity"]) {
					t.Errorf("%s: %v %v", rule.Alert, rule.Annotations, rule.Labels)
				}
			}
		}
		if alerts == 0 || alerts != len(chapters) {
			t.Errorf("%d alerts, %d chapters", alerts, len(chapters))
		}
	})
	t.Run("each panel of the dashboard asks for figures that exist", func(t *testing.T) {
		var board struct {
			Panels []struct {
				Type, Title string
				Targets     []struct{ Expr string }
			}
		}
		if err := json.Unmarshal(written(t, "operations/grafana.json"), &board); err != nil {
			t.Fatal(err)
		}
		shown := map[string]bool{}
		for _, panel := range board.Panels {
			if panel.Type != "row" && len(panel.Targets) == 0 {
				t.Errorf("%s shows nothing", panel.Title)
			}
			for _, target := range panel.Targets {
				exists(t, panel.Title, target.Expr, known)
				for _, name := range asked(target.Expr) {
					shown[name], shown[promPart.ReplaceAllString(name, "")] = true, true
				}
			}
		}
		for name := range known {
			if strings.HasPrefix(name, namespace) && !shown[name] && !slices.Contains([]string{
				"verbindend_appended_bytes_total", "verbindend_room_loaded_records_total", "verbindend_drain_seconds",
			}, name) {
				t.Errorf("%s is nowhere to be seen", name)
			}
		}
	})
}
