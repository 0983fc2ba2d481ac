-- House style in the text itself, for both engines: Quarto runs it as a filter of the format, before
-- its own filters; the pandoc engine names it on the command line. renderfout.py shows what an
-- error says after "wijkrapport:".

if FORMAT ~= "typst" then return {} end

-- Divs that the house style draws: ::: {.bron}, ::: {.kader}, ::: {.lead}
local VORMEN = {bron = true, kader = true, lead = true}

local function vorm(div)
  for _, class in ipairs(div.classes) do
    if VORMEN[class] then
      local blocks = pandoc.Blocks{pandoc.RawBlock("typst", "#" .. class .. "[")}
      blocks:extend(div.content)
      blocks:insert(pandoc.RawBlock("typst", "]"))
      return blocks
    end
  end
end

-- Typst turns a straight quote at the start of a word into an opening quote: 's-Hertogenbosch would
-- become ‘s-Hertogenbosch. The writer makes every apostrophe straight, so write it raw.
local APOSTROF = "\u{2019}"

local function apostrof(str)
  if not str.text:find(APOSTROF, 1, true) then return nil end
  local inlines, rest = pandoc.Inlines{}, str.text
  while true do
    local from, to = rest:find(APOSTROF, 1, true)
    if not from then break end
    if from > 1 then inlines:insert(pandoc.Str(rest:sub(1, from - 1))) end
    inlines:insert(pandoc.RawInline("typst", APOSTROF))
    rest = rest:sub(to + 1)
  end
  if rest ~= "" then inlines:insert(pandoc.Str(rest)) end
  return inlines
end

-- A table without a caption is no figure: the writer would centre it and give it a number.
local function kale_tabel(tbl)
  if tbl.identifier == "" and #tbl.caption.long == 0 and not tbl.classes:includes("typst:no-figure") then
    tbl.classes:insert("typst:no-figure")
    return tbl
  end
end

-- References. Both engines would write "zie Figuur 3"; Dutch has a capital only where a sentence
-- starts. The chapters among the sections become "hoofdstuk" in typst-template.typ.
local NAMEN = {fig = "figuur", tbl = "tabel", sec = "paragraaf", eq = "vergelijking"}
local AFKORTINGEN = {["vgl."] = true, ["cf."] = true, ["bijv."] = true, ["o.a."] = true, ["m.n."] = true,
  ["resp."] = true, ["nl."] = true, ["i.c."] = true, ["d.w.z."] = true, ["ca."] = true}

local function label(id)
  local kind = id:match("^(%a+)%-")
  if kind and NAMEN[kind:lower()] then return kind:lower(), id:sub(1, 1):lower() .. id:sub(2) end
end

local function begint_zin(inlines, i)
  local vorige = inlines[i - 1]
  if not vorige then return true end
  if vorige.t ~= "Space" and vorige.t ~= "SoftBreak" and vorige.t ~= "LineBreak" then return false end
  local woord = inlines[i - 2]
  return woord and woord.t == "Str" and woord.text:match("[%.!?]$") and not AFKORTINGEN[woord.text:lower():match("^%(?(.*)$")]
end

local function verwijzing(cite, hoofdletter)
  local uit = pandoc.Inlines{}
  for n, citaat in ipairs(cite.citations) do
    local kind, id = label(citaat.id)
    if not kind then
      error("wijkrapport: [" .. pandoc.utils.stringify(cite.content) .. "] mengt een figuur, tabel of paragraaf "
        .. "met literatuur; zet ze in aparte blokken haken", 0)
    end
    local naam = NAMEN[kind]
    if #citaat.prefix > 0 then
      naam = pandoc.utils.stringify(citaat.prefix)
    elseif citaat.mode == "SuppressAuthor" then
      naam = ""
    elseif (hoofdletter and n == 1) or citaat.id:match("^%u") then
      naam = naam:sub(1, 1):upper() .. naam:sub(2)
    end
    if n > 1 then uit:extend{pandoc.Str(","), pandoc.Space()} end
    uit:insert(pandoc.RawInline("typst", ("#ref(<%s>, supplement: ["):format(id)))
    uit:insert(pandoc.Str(naam))
    uit:insert(pandoc.RawInline("typst", "])"))
  end
  return uit
end

local function verwijzingen(inlines)
  local uit, gevonden = pandoc.Inlines{}, false
  for i, el in ipairs(inlines) do
    local raak = false
    if el.t == "Cite" then
      for _, citaat in ipairs(el.citations) do raak = raak or label(citaat.id) ~= nil end
    end
    if raak then
      uit:extend(verwijzing(el, begint_zin(inlines, i)))
      gevonden = true
    else
      uit:insert(el)
    end
  end
  return gevonden and uit or nil
end

return {{
  Pandoc = function(doc)
    doc.blocks = doc.blocks:walk{Inlines = verwijzingen}:walk{Div = vorm, Str = apostrof, Table = kale_tabel}
    return doc
  end,
}}
