# 一单清. Each target first looks for what it needs on this machine and installs what is missing (.ci/setup).
#
#   make run       build and start the window; without a display, the main job on a bundled sample
#   make test      all tests
#   make drive     does the main job in the real window by keyboard alone, on a screen in memory, and compares the PDF
#   make build     the window program ./yidanqing
#   make cli       the command line alone: ./yidanqing-cli, dist/yidanqing-cli.exe
#   make windows   the window program for Windows: dist/yidanqing.exe
#   make bench     speed and memory; PEERS=1 with the same letter set by LibreOffice and Chromium
#   make frames    frame times of scrolling, and memory, in the real window with 50,000 notices
#   make eval      figures on labelled notices; EVAL=folder where they lie elsewhere, PEERS=1 with other ways to find entries
#   make lint      formatting, vet, staticcheck, go.mod
#   make fonts     makes the committed fonts again
#   make licenses  collects the licence texts of the modules again

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build
.NOTPARALLEL:

# Looked for when a recipe starts, so that a Go installed a moment ago is found.
GO = $(shell .ci/setup go)
export GOTOOLCHAIN ?= auto
# git refuses a clone that belongs to another user, and go build would stop there.
export GOFLAGS := -buildvcs=false

# The same as in main.go; a test compares them.
VERSION := $(shell sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)
LDFLAGS := -s -w

# x11: Chinese input methods work there and not on native Wayland. migrated_fynedo: our goroutines reach widgets through
# fyne.Do only. release: Fyne logs no development notes and reads no FyneApp.toml at start.
# no_emoji: the window's own fonts have the signs; the toolkit would read its coloured ones twice, 20 MB of memory.
WINDOW_TAGS := migrated_fynedo release no_emoji
# No -trimpath where tests are built too: it would have every package compiled twice.
# ci: Fyne draws in memory and with the embedded fonts only, so that tests see the same on every machine.
TEST_TAGS := ci

MINGW := x86_64-w64-mingw32
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2

EVAL ?= ../shared/eval
# 例句（assets/phrasing/notices.tsv）没有取自这些地方：它们量得出没有见过的来文。
UNTAUGHT := township village ford lychee mesa bund orchard terrace willow banyan saltlake
REGISTERS := $(foreach kind,inspection form app campaign meeting,--register $(kind)=$(EVAL)/registers/$(kind).tsv)

.PHONY: run
run: build
	@if .ci/setup display; then exec ./yidanqing; fi; \
	echo '没有显示器，不开窗口：用自带的示例来文从收件走到文书。'; \
	./yidanqing demo --out build/demo

.PHONY: test
test: need-test build
	YIDANQING_WINDOW='$(CURDIR)/yidanqing' $(GO) test -tags '$(TEST_TAGS)' ./...

.PHONY: drive
drive: need-drive build
	YIDANQING_WINDOW='$(CURDIR)/yidanqing' $(GO) test -tags '$(TEST_TAGS)' -count 1 -v -run '^TestDrive$$' .

.PHONY: build
build: need-window
	$(GO) build -tags 'x11 $(WINDOW_TAGS)' -ldflags '$(LDFLAGS)' -o yidanqing .

.PHONY: cli
cli: need-cli
	CGO_ENABLED=0 GOOS=linux $(GO) build -tags cli -trimpath -ldflags '$(LDFLAGS)' -o yidanqing-cli .
	CGO_ENABLED=0 GOOS=windows GOARCH=amd64 $(GO) build -tags cli -trimpath -ldflags '$(LDFLAGS)' -o dist/yidanqing-cli.exe .

# The resource file carries icon, version and manifest. It must lie beside main.go while go build runs, and nowhere else:
# it would be linked into the command line too.
.PHONY: windows
windows: need-windows
	@trap 'rm -f rsrc_windows_amd64.syso' EXIT; set -x; \
	$(MINGW)-windres --codepage 65001 --define VERSION_WORDS=$(subst .,$(comma),$(VERSION)) --define 'VERSION_TEXT="\"$(VERSION)\""' \
		-i assets/windows/app.rc -O coff -o rsrc_windows_amd64.syso; \
	CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=$(MINGW)-gcc $(GO) build -tags '$(WINDOW_TAGS)' -trimpath \
		-ldflags '$(LDFLAGS) -H=windowsgui' -o dist/yidanqing.exe .

comma := ,

.PHONY: bench
bench: need-test
	$(GO) test -tags '$(TEST_TAGS)' -run '^$$' -bench . -benchmem ./...
	@if [ -n '$(PEERS)' ]; then PEERS=1 $(GO) test -tags '$(TEST_TAGS)' -count 1 -run TestPeers -v ./reports; fi

# The real window, on the screen there is or one in memory, with the 50,000 notices of make bench. LIBGL_ALWAYS_SOFTWARE=1
# draws without a graphics card.
FRAMES := $(CURDIR)/build/bench
.PHONY: frames
frames: need-test need-window
	@mkdir -p '$(FRAMES)'
	YIDANQING_BENCH_DIR='$(FRAMES)' $(GO) test -tags '$(TEST_TAGS)' -run '^$$' -bench BenchmarkLedger/Bytes -benchtime 1x ./data/store
	$(GO) test -tags 'x11 $(WINDOW_TAGS)' -c -o build/frames.test .
	screen=; if ! .ci/setup display; then screen="xvfb-run -a -s '-screen 0 1366x768x24'"; fi; \
	YIDANQING_BENCH_DIR='$(FRAMES)' eval "$$screen build/frames.test -test.run '^$$' -test.bench Frames -test.benchtime 1x"

.PHONY: eval
eval: need-cli
	@if [ ! -f '$(EVAL)/score.py' ]; then echo '$(EVAL) 里没有评测数据。放在别处的，用 make eval EVAL=文件夹 指定。'; exit 1; fi
	@if ! command -v python3 >/dev/null; then echo '算分要用 python3，本机没有。请先装好 python3。'; exit 1; fi
	@mkdir -p build/eval
	CGO_ENABLED=0 $(GO) build -tags cli -o build/eval/yidanqing-cli .
	@echo '== 乡镇来件（清单和名录齐全）'
	@build/eval/yidanqing-cli check --list '$(EVAL)/list.tsv' $(REGISTERS) --jsonl '$(EVAL)/cases_dev.jsonl' >build/eval/township.jsonl
	@python3 '$(EVAL)/score.py' '$(EVAL)/cases_dev.jsonl' build/eval/township.jsonl
	@echo '== 村级来件（村级清单，没有名录）'
	@build/eval/yidanqing-cli check --list '$(EVAL)/village/list.tsv' --jsonl '$(EVAL)/village/cases.jsonl' >build/eval/village.jsonl
	@python3 '$(EVAL)/score.py' '$(EVAL)/village/cases.jsonl' build/eval/village.jsonl
	@echo '== 真实来件（没有清单，只看类别和要素）'
	@build/eval/yidanqing-cli check --jsonl '$(EVAL)/real/notices_dev.jsonl' >build/eval/real.jsonl
	@python3 '$(EVAL)/real/score_fields.py' '$(EVAL)/real/notices_dev.jsonl' build/eval/real.jsonl
ifdef PEERS
	@echo '== 找清单事项：与几种常见的检索办法相比（同一批要求，一次跑完）'
	@cd app/judge/testdata/peers && $(GO) run . $(addprefix ../,$(UNTAUGHT))
endif

.PHONY: lint
lint: need-cli
	@unformatted=$$(git ls-files -z '*.go' | xargs -0 -r gofmt -l); \
	if [ -n "$$unformatted" ]; then echo '没有按 gofmt 排版：'; echo "$$unformatted"; exit 1; fi
	CGO_ENABLED=0 $(GO) vet -tags '$(TEST_TAGS)' ./...
	CGO_ENABLED=0 $(GO) vet -tags cli . ./ui/command/...
	CGO_ENABLED=0 GOOS=windows $(GO) vet -tags cli . ./data/... ./reports/... ./ui/command/...
	CGO_ENABLED=0 $(GO) run $(STATICCHECK) -tags '$(TEST_TAGS)' ./...
	$(GO) mod tidy -diff

.PHONY: fonts
fonts:
	sh assets/fonts/make.sh

.PHONY: licenses
licenses: need-cli
	$(GO) test -tags '$(TEST_TAGS)' -run '^TestLicenses$$' . -args -update

need-%:
	@.ci/setup $*

.PHONY: clean
clean:
	rm -rf yidanqing yidanqing-cli dist build
