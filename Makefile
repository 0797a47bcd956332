# Everything that is done with this repository more than once. `make` or `make help` lists it.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo unversioned)
APP     := web/app
BIN     := bin/verbindend
TOOLS   := $(CURDIR)/.tools
REPORTS := $(TOOLS)/reports

# One version for everybody; the file's name carries it, so that raising the number here is enough.
GOLANGCI_VERSION := v2.15.0
GOLANGCI := $(TOOLS)/golangci-lint-$(GOLANGCI_VERSION)
GO_FILES := find . -name '*.go' -not -path '*/node_modules/*' -not -path './.*' -print0
COUNT    := $(TOOLS)/testcount -to $(REPORTS)/counts

# npm writes this file as the last act of an installation: it is older than the lock file exactly when npm must run.
NODE_MODULES := $(APP)/node_modules/.package-lock.json
# One page stands for the whole built front end; vite writes all of them or none.
FRONT := web/dist/play.html
# And one typeface for those that the same build cuts for what is printed.
FACES := reports/faces/cut/Inter.ttf
FRONT_SOURCES := $(shell find $(APP) -type f -not -path '*/node_modules/*' -not -path '*/test-results/*' \
	-not -path '*/playwright-report/*' -not -path '$(APP)/e2e/*' 2>/dev/null)

# The order is: what takes seconds first; what needs the built front end and binary last. What stands together runs beside each
# other: each of these leaves a core idle for most of its time.
READERS := check-lint check-types check-style
TESTS   := test-go test-rooms test-web
CHECKS  := system tools check-format check-vet check-generated $(READERS) front check-budget $(TESTS) build test-browser

.PHONY: help setup run build demo test bench lint generate e2e fmt clean need-go need-node counters front tools $(CHECKS)

help: ## This list
	@awk -F ':.*## ' '/^##@/ { printf "\n%s\n", substr($$0, 5) } /^[a-z][a-z0-9-]*:.*## / { printf "  %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo; echo "ARGS='…' is passed on by run, demo, bench and e2e: make run ARGS='--addr :9000'"

##@ To use it
run: build ## Build everything and serve on ./data (nothing to install but Go and Node)
	$(BIN) serve --data ./data $(ARGS)

demo: build ## Serve, and let a fictional group play a whole session in front of you
	$(BIN) demo $(ARGS)

build: need-go $(FRONT) $(FACES) ## The front end into web/dist and the program into bin/
	CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=$(VERSION)" -o $(BIN) ./cmd/verbindend

##@ To work on it
setup: system tools $(NODE_MODULES) ## Install all that the checks need
	go mod download

test: ## Every check there is, from formatting to real browsers; this is what CI runs
	@scripts/checks system tools check-format check-vet check-generated "$(READERS)" front check-budget "$(TESTS)" build test-browser

lint: check-format check-vet check-lint check-types check-style ## The checks that only read the code

fmt: need-go $(NODE_MODULES) ## Format Go and the front end
	$(GO_FILES) | xargs -0 gofmt -w
	cd $(APP) && npx prettier --write --log-level warn .

generate: need-go ## Write the generated files anew (protocol.ts and whatever else says so)
	go generate ./...

e2e: build $(NODE_MODULES) ## Only the browser tests, against the real program
	cd $(APP) && VERBINDEND_BIN=$(CURDIR)/$(BIN) npx playwright test $(ARGS)

bench: build counters ## The figures that are promised, each beside a bare broadcaster; ten minutes (ARGS='-only hall', '-quick')
	@go build -o $(TOOLS)/ ./scripts/measure ./scripts/bare
	scripts/bench $(ARGS)

clean: ## Remove what was built and installed here; ./data stays
	rm -rf bin .tools $(APP)/node_modules $(APP)/test-results $(APP)/playwright-report
	find web/dist -mindepth 1 ! -name placeholder.html -delete
	find reports/faces/cut -mindepth 1 ! -name README.md -delete

##@ The steps of `make test`, each on its own
system: ## System packages: chromium, redis-server, PDF tools, a compiler, a font
	@scripts/setup-system

tools: $(GOLANGCI) counters ## The linter and our own counters, into .tools/

check-format: need-go ## gofmt finds nothing to do
	@found=$$($(GO_FILES) | xargs -0 gofmt -l); \
	if [ -n "$$found" ]; then echo "Not formatted (make fmt does it):"; echo "$$found"; exit 1; fi

check-vet: need-go ## go vet, before any front end has been built
	go vet ./...

check-lint: $(GOLANGCI) ## golangci-lint with the set chosen in .golangci.yml
	$(GOLANGCI) run --allow-parallel-runners

check-generated: need-go ## Generating again changes nothing
	@scripts/generated

check-types: $(NODE_MODULES) ## svelte-check: the front end's types
	cd $(APP) && npm run --silent check

check-style: $(NODE_MODULES) ## eslint and prettier
	cd $(APP) && npm run --silent lint

front: $(FRONT) $(FACES) ## The front end into web/dist, typefaces for print into reports/faces/cut

check-budget: $(FRONT) counters ## The phone page's first load weighs at most 60 KB
	@$(TOOLS)/budget -dist web/dist -page play.html -limit 60000

# Three packages and six tests at a time, on any number of cores: those that break things wait for most of their time.
test-go: counters ## Go tests with the race detector, in random order
	@mkdir -p $(REPORTS)
	@go test -json -race -shuffle=on -count=1 -p 3 -parallel 6 ./... | $(COUNT) go

# In one goroutine the race detector has nothing to find and takes most of the time: with it these two are tested in small.
test-rooms: counters ## Go tests of what a session is and of how reports are drawn, in all their rooms, without the race detector
	@mkdir -p $(REPORTS)
	@go test -json -shuffle=on -count=1 ./session ./reports | $(COUNT) go

test-web: $(NODE_MODULES) counters ## vitest: the front end without a browser
	@mkdir -p $(REPORTS) && rm -f $(REPORTS)/vitest.json
	@(cd $(APP) && npx vitest run --reporter=default --reporter=json --outputFile.json=$(REPORTS)/vitest.json) || failed=yes; \
	$(COUNT) vitest $(REPORTS)/vitest.json && [ -z "$${failed-}" ]

test-browser: build $(NODE_MODULES) counters ## Playwright: real Chromium against the real program
	@mkdir -p $(REPORTS) && rm -f $(REPORTS)/playwright.json
	@(cd $(APP) && VERBINDEND_BIN=$(CURDIR)/$(BIN) PLAYWRIGHT_JSON_OUTPUT_FILE=$(REPORTS)/playwright.json \
		npx playwright test --reporter=list,json) || failed=yes; \
	$(COUNT) playwright $(REPORTS)/playwright.json && [ -z "$${failed-}" ]

# --- what the targets above stand on ---

counters: need-go
	@go build -o $(TOOLS)/ ./scripts/testcount ./scripts/budget

need-go:
	@command -v go >/dev/null || { echo "Go is needed: https://go.dev/dl (go.mod says which version)" >&2; exit 1; }

need-node:
	@command -v npm >/dev/null || { echo "Node 20 or newer, with npm, is needed: https://nodejs.org" >&2; exit 1; }

$(NODE_MODULES): $(APP)/package-lock.json | need-node
	cd $(APP) && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund
	@touch $@

$(FRONT): $(FRONT_SOURCES) $(NODE_MODULES)
	cd $(APP) && npm run --silent build
	@touch $@

$(FACES): $(FRONT)
	@[ -e $@ ] || (cd $(APP) && npm run --silent build)
	@touch $@

# Built with a module graph of its own (no go.mod here names it), so that the linter's needs never touch ours.
$(GOLANGCI): | need-go
	@mkdir -p $(TOOLS)
	GOBIN=$(TOOLS) go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_VERSION)
	@mv $(TOOLS)/golangci-lint $@
