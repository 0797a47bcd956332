package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
	"go.yaml.in/yaml/v3"
)

func page(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("../../" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// documents gives all that stands in a YAML file.
func documents(t *testing.T, name string) []map[string]any {
	t.Helper()
	var all []map[string]any
	for d := yaml.NewDecoder(strings.NewReader(page(t, name))); ; {
		var one map[string]any
		err := d.Decode(&one)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all = append(all, one)
	}
}

// within follows a path of keys and numbers through what YAML made.
func within(t *testing.T, from any, path ...any) any {
	t.Helper()
	for _, step := range path {
		switch step := step.(type) {
		case string:
			m, _ := from.(map[string]any)
			from = m[step]
		case int:
			l, _ := from.([]any)
			if step >= len(l) {
				t.Fatalf("nothing at %v", path)
			}
			from = l[step]
		}
	}
	if from == nil {
		t.Fatalf("nothing at %v", path)
	}
	return from
}

// known gives the flags of serve and the variables that set them.
func known(t *testing.T) (flags, variables []string) {
	t.Helper()
	parser, err := kong.New(&commands{})
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range parser.Model.Children {
		for _, flag := range command.Flags {
			variables = append(variables, flag.Envs...)
			if command.Name == "serve" {
				flags = append(flags, "--"+flag.Name)
			}
		}
	}
	return flags, variables
}

// ofCompose are variables that the compose file and the balancer read themselves.
var ofCompose = []string{"VERBINDEND_PORT", "VERBINDEND_SERVERS"}

func TestOperationsFilesNameWhatExists(t *testing.T) {
	flags, variables := known(t)
	for _, name := range []string{
		"docker-compose.yml", "Dockerfile", "README.md", "docs/operations.md",
		"docs/operations/Caddyfile", "docs/operations/kubernetes.yaml", "docs/operations/nginx.conf",
	} {
		t.Run(name+" names variables that the program reads", func(t *testing.T) {
			for _, variable := range regexp.MustCompile(`VERBINDEND_[A-Z_]+`).FindAllString(page(t, name), -1) {
				if !slices.Contains(variables, variable) && !slices.Contains(ofCompose, variable) {
					t.Errorf("nobody reads %s", variable)
				}
			}
		})
	}
	t.Run("the guide names every flag of serve that is about running it, and no flag that does not exist", func(t *testing.T) {
		guide := page(t, "docs/operations.md")
		for _, flag := range []string{"--capacity", "--metrics-addr", "--pprof", "--redis", "--data", "--addr", "--log"} {
			if !slices.Contains(flags, flag) || !strings.Contains(guide, flag) {
				t.Errorf("%s is missing", flag)
			}
		}
		for _, call := range regexp.MustCompile(`verbindend serve([^\n]*)`).FindAllStringSubmatch(guide, -1) {
			for _, flag := range regexp.MustCompile(`--[a-z-]+`).FindAllString(call[1], -1) {
				if !slices.Contains(flags, flag) {
					t.Errorf("there is no %s", flag)
				}
			}
		}
	})
	t.Run("the guide's numbers are the program's", func(t *testing.T) {
		guide := page(t, "docs/operations.md")
		for _, part := range []string{
			fmt.Sprintf("%d KB of memory, one open file", perConnection>>10), fmt.Sprintf("%d,%03d connections", perCore/1000, perCore%1000),
			fmt.Sprintf("%d MB for itself", ownMemory>>20), fmt.Sprintf("below %d MB", enoughDisk>>20),
		} {
			if !strings.Contains(guide, part) {
				t.Errorf("it does not say %q", part)
			}
		}
		w := wordsIn["en"]
		for _, c := range w.complaints(everythingWrong(), 10) {
			if !strings.Contains(guide, "`"+c.about+"`") && !strings.Contains(guide, "`check="+c.about+"`") {
				t.Errorf("it does not name the check %s", c.about)
			}
		}
	})
}

func TestCompose(t *testing.T) {
	file := documents(t, "docker-compose.yml")[0]
	services, _ := within(t, file, "services").(map[string]any)
	starts := func(service string, profiles ...string) bool {
		wanted, bound := services[service].(map[string]any)["profiles"].([]any)
		return !bound || slices.ContainsFunc(wanted, func(p any) bool { return slices.Contains(profiles, fmt.Sprint(p)) })
	}
	t.Run("without a profile it starts one server and Redis", func(t *testing.T) {
		for service, want := range map[string]bool{"app": true, "app2": false, "balancer": false, "redis": true} {
			if starts(service) != want {
				t.Errorf("%s: %v", service, !want)
			}
		}
	})
	t.Run("as several it starts two servers behind a balancer that knows both", func(t *testing.T) {
		for service := range services {
			if !starts(service, "several") {
				t.Errorf("%s does not start", service)
			}
		}
		if names := fmt.Sprint(within(t, services, "balancer", "environment", "VERBINDEND_SERVERS")); names != "app:8080 app2:8080" {
			t.Error(names)
		}
		address := fmt.Sprint(within(t, services, "balancer", "networks", "default", "ipv4_address"))
		for _, app := range []string{"app", "app2"} {
			if trusted := fmt.Sprint(within(t, services, app, "environment", "VERBINDEND_TRUSTED_PROXY")); !strings.Contains(trusted, address) {
				t.Errorf("%s trusts %s, and the balancer is %s", app, trusted, address)
			}
		}
	})
	t.Run("Redis keeps every write before it answers", func(t *testing.T) { keepsEverything(t, within(t, services, "redis", "command")) })
	t.Run("a server may take as long to stop as it does at most", func(t *testing.T) {
		patience, err := time.ParseDuration(fmt.Sprint(within(t, services, "app", "stop_grace_period")))
		if err != nil || patience < longestStop {
			t.Errorf("%v, %v", patience, err)
		}
	})
}

// longestStop is the web's drain (8 s, twice: rooms and requests) and what closing the rooms and the store may take after it.
const longestStop = 2*8*time.Second + closePatience

func keepsEverything(t *testing.T, command any) {
	t.Helper()
	said := fmt.Sprint(command)
	for _, setting := range []string{"--appendonly yes", "--appendfsync always", "--maxmemory-policy noeviction"} {
		if !strings.Contains(said, setting) {
			t.Errorf("%s is missing in %s", setting, said)
		}
	}
}

func TestKubernetes(t *testing.T) {
	all := documents(t, "docs/operations/kubernetes.yaml")
	named := func(kind, name string) map[string]any {
		t.Helper()
		for _, one := range all {
			if one["kind"] == kind && within(t, one, "metadata", "name") == name {
				return one
			}
		}
		t.Fatalf("no %s %s", kind, name)
		return nil
	}
	pod, _ := within(t, named("Deployment", "verbindend"), "spec", "template", "spec").(map[string]any)
	container, _ := within(t, pod, "containers", 0).(map[string]any)
	flags, _ := known(t)

	t.Run("the program understands how it is called", func(t *testing.T) {
		var args []string
		for _, arg := range within(t, container, "args").([]any) {
			args = append(args, fmt.Sprint(arg))
			if flag := fmt.Sprint(arg); strings.HasPrefix(flag, "--") && !slices.Contains(flags, flag) {
				t.Errorf("there is no %s", flag)
			}
		}
		for _, variable := range within(t, container, "env").([]any) {
			if value, set := variable.(map[string]any)["value"]; set {
				t.Setenv(fmt.Sprint(within(t, variable, "name")), fmt.Sprint(value))
			}
		}
		if c, err := parse(t, args...); err != nil || c.Serve.MetricsAddr != ":9090" || c.Serve.Redis != "redis://verbindend-redis:6379" {
			t.Errorf("%+v, %v", c.Serve, err)
		}
	})
	t.Run("readiness asks for the log, liveness does not", func(t *testing.T) {
		if ready, alive := within(t, container, "readinessProbe", "httpGet", "path"), within(t, container, "livenessProbe", "httpGet", "path"); ready != "/readyz" || alive != "/healthz" {
			t.Errorf("%v, %v", ready, alive)
		}
	})
	t.Run("a pod may take as long to stop as it does at most, after its pause", func(t *testing.T) {
		grace, _ := within(t, pod, "terminationGracePeriodSeconds").(int)
		pause, _ := within(t, container, "lifecycle", "preStop", "sleep", "seconds").(int)
		if left := time.Duration(grace-pause) * time.Second; pause == 0 || left < longestStop {
			t.Errorf("%d s, of which %d s pause", grace, pause)
		}
	})
	t.Run("two servers, and never none", func(t *testing.T) {
		if n := within(t, named("Deployment", "verbindend"), "spec", "replicas"); n != 2 {
			t.Error(n)
		}
		if n := within(t, named("Deployment", "verbindend"), "spec", "strategy", "rollingUpdate", "maxUnavailable"); n != 0 {
			t.Error(n)
		}
		if n := within(t, named("PodDisruptionBudget", "verbindend"), "spec", "minAvailable"); n != 1 {
			t.Error(n)
		}
	})
	t.Run("every name that one part has of another leads somewhere", func(t *testing.T) {
		labels := within(t, named("Deployment", "verbindend"), "spec", "template", "metadata", "labels", "app")
		for _, one := range []map[string]any{named("Service", "verbindend"), named("PodDisruptionBudget", "verbindend")} {
			var text bytes.Buffer
			if err := yaml.NewEncoder(&text).Encode(within(t, one, "spec", "selector")); err != nil || !strings.Contains(text.String(), fmt.Sprint("app: ", labels)) {
				t.Errorf("%v selects %s, %v", one["kind"], &text, err)
			}
		}
		back := within(t, named("Ingress", "verbindend"), "spec", "rules", 0, "http", "paths", 0, "backend", "service", "name")
		if named("Service", fmt.Sprint(back)) == nil {
			t.Error(back)
		}
		named("Service", "verbindend-redis")
		named("Secret", "verbindend")
	})
	t.Run("Redis keeps every write before it answers", func(t *testing.T) {
		keepsEverything(t, within(t, named("StatefulSet", "verbindend-redis"), "spec", "template", "spec", "containers", 0, "args"))
	})
}
