-- What somebody does in Neovim with a draft: opens it, sees what is wrong, asks why, takes the correction, writes the file.
-- Environment: BIENNIEN (the command, parts parted by a line feed), DRAFT (the file), TOLD (where to write what was seen, JSON).
local command = vim.split(vim.env.BIENNIEN, "\n")
local told = { errors = {} }

local function finish()
  local file = assert(io.open(vim.env.TOLD, "w"))
  file:write(vim.fn.json_encode(told))
  file:close()
  vim.cmd("qall!")
end

local function try(what, action)
  local ok, problem = pcall(action)
  if not ok then
    table.insert(told.errors, what .. ": " .. tostring(problem))
  end
end

vim.cmd("edit " .. vim.fn.fnameescape(vim.env.DRAFT))
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({ name = "biennien", cmd = command, root_dir = vim.fn.fnamemodify(vim.env.DRAFT, ":h") })
vim.lsp.buf_attach_client(buffer, client)

local function seen()
  return vim.diagnostic.get(buffer)
end

-- The first check loads the tables.
vim.wait(120000, function() return #seen() > 0 end, 50)
try("diagnostics", function()
  told.diagnostics = vim.tbl_map(function(one)
    return { line = one.lnum, from = one.col, to = one.end_col, code = one.code or (one.user_data and one.user_data.lsp and one.user_data.lsp.code), message = one.message }
  end, seen())
end)

local first = seen()[1]
local function at(position)
  return { textDocument = vim.lsp.util.make_text_document_params(buffer), position = position }
end

if first then
  try("hover", function()
    local answer = vim.lsp.buf_request_sync(buffer, "textDocument/hover", at({ line = first.lnum, character = 9 }), 30000)
    told.hover = answer[client].result.contents.value
  end)

  try("symbols", function()
    local answer = vim.lsp.buf_request_sync(buffer, "textDocument/documentSymbol", { textDocument = vim.lsp.util.make_text_document_params(buffer) }, 30000)
    told.symbol = answer[client].result[1].name
  end)

  try("code action", function()
    local range = first.user_data.lsp.range or { start = { line = first.lnum, character = 8 }, ["end"] = { line = first.lnum, character = 17 } }
    local answer = vim.lsp.buf_request_sync(buffer, "textDocument/codeAction", {
      textDocument = vim.lsp.util.make_text_document_params(buffer),
      range = range,
      context = { diagnostics = {} },
    }, 30000)
    local action = answer[client].result[1]
    told.action = action.title
    vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(client).offset_encoding)
    vim.cmd("write")
  end)

  -- What was corrected is told no more.
  vim.wait(30000, function() return #seen() == 0 end, 50)
  told.left = #seen()
end

finish()
